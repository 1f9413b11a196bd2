-- CreateTable
CREATE TABLE "CardNotice" (
    "bankAccountId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "CardNotice_pkey" PRIMARY KEY ("bankAccountId","about")
);

-- AddForeignKey
ALTER TABLE "CardNotice" ADD CONSTRAINT "CardNotice_bankAccountId_fkey" FOREIGN KEY ("bankAccountId") REFERENCES "BankAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CardNotice" ADD CONSTRAINT "CardNotice_about" CHECK (about IN ('registered', 'usable', 'stopped'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CardNotice" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CardNotice" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- a card cools before money goes to it, and nothing shortens that; whoever owns the tables brings in cards of before
CREATE FUNCTION card_cools() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hours int;
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW."usableFrom" IS DISTINCT FROM OLD."usableFrom" OR (OLD."closedAt" IS NOT NULL AND NEW."closedAt" IS DISTINCT FROM OLD."closedAt") THEN
      RAISE EXCEPTION 'a card cools as long as it was said, and one that was stopped stays stopped' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT (value #>> '{}')::int INTO hours FROM "Setting" WHERE key = 'payouts.cardCoolingHours' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now());
  IF NEW."usableFrom" < app_now() + coalesce(hours, 72) * interval '1 hour' - interval '1 minute' THEN
    RAISE EXCEPTION 'a new card cools before it is used' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER card_cools BEFORE INSERT OR UPDATE ON "BankAccount" FOR EACH ROW EXECUTE FUNCTION card_cools();

-- no payment is prepared for a card that still cools or was stopped
CREATE FUNCTION paid_to_a_usable_card() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW."bankAccountId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "BankAccount" b WHERE b.id = NEW."bankAccountId" AND b."closedAt" IS NULL AND b."usableFrom" <= app_now()) THEN
    RAISE EXCEPTION 'no money goes to a card that still cools or was stopped' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paid_to_a_usable_card BEFORE INSERT ON "PayoutLine" FOR EACH ROW WHEN (NEW.state = 'prepared') EXECUTE FUNCTION paid_to_a_usable_card();

-- for the job that says that a card is used from now on
CREATE INDEX "BankAccount_cooling" ON "BankAccount" ("usableFrom") WHERE "closedAt" IS NULL;
