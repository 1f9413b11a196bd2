-- CreateTable
CREATE TABLE "RefusedTry" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "chargeRef" TEXT NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "RefusedTry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RefusedTry_chargeRef_key" ON "RefusedTry"("chargeRef");

-- CreateIndex
CREATE INDEX "RefusedTry_paymentId_idx" ON "RefusedTry"("paymentId");

-- CreateIndex
CREATE INDEX "RefusedTry_at_idx" ON "RefusedTry"("at");

-- AddForeignKey
ALTER TABLE "RefusedTry" ADD CONSTRAINT "RefusedTry_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RefusedTry" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "RefusedTry" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What was consented to, by whom and when never changes, and a withdrawal stays: agreeing again is another row.
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "Consent" FOR EACH ROW
  EXECUTE FUNCTION keep_the_past('personId', 'purpose', 'textVersionId', 'means', 'givenAt', 'recordedById');
CREATE TRIGGER keep_the_withdrawal BEFORE UPDATE ON "Consent" FOR EACH ROW WHEN (OLD."withdrawnAt" IS NOT NULL) EXECUTE FUNCTION keep_the_past('withdrawnAt');

-- A bank account in another name rests on a consent of its own: of her whose money it is, to that, standing when the account is written. Another holder, number or relation needs another
-- consent. What she withdraws later stays readable; no batch pays to it from then on. Judged as the owner: the walls would hide the other accounts.
CREATE FUNCTION agreed_to_other_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."consentId" IS NOT NULL AND NEW."consentId" = OLD."consentId" THEN
    RAISE EXCEPTION 'account %: another holder, number or relation needs another consent', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  -- accounts that would share a consent take turns
  PERFORM 1 FROM "Consent" WHERE id = NEW."consentId" FOR NO KEY UPDATE;
  IF NOT coalesce(party_consents(NEW."consentId", NEW."partyId", 'account_in_other_name'), false) THEN
    RAISE EXCEPTION 'account % is in another name, and she whose money it is has not agreed', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "BankAccount" WHERE "consentId" = NEW."consentId" AND id <> NEW.id) THEN
    RAISE EXCEPTION 'account %: the consent was given for another account', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_to_other_name BEFORE INSERT ON "BankAccount" FOR EACH ROW WHEN (NEW.relation <> 'self') EXECUTE FUNCTION agreed_to_other_name();
CREATE TRIGGER agreed_to_other_name_change BEFORE UPDATE ON "BankAccount" FOR EACH ROW
  WHEN (NEW.relation <> 'self' AND (NEW."partyId", NEW.relation, NEW."holderPersonId", NEW."consentId", NEW."holderCipher", NEW."numberCipher") IS DISTINCT FROM
    (OLD."partyId", OLD.relation, OLD."holderPersonId", OLD."consentId", OLD."holderCipher", OLD."numberCipher"))
  EXECUTE FUNCTION agreed_to_other_name();
