-- CreateTable
CREATE TABLE "MonthlyReturn" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "regionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT,
    "confirmedById" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "lockedById" UUID,
    "lockedAt" TIMESTAMPTZ(3),
    "sales" INTEGER NOT NULL,
    "pieces" INTEGER NOT NULL,
    "goodsFen" BIGINT NOT NULL,
    "earnings" INTEGER NOT NULL,
    "earners" INTEGER NOT NULL,
    "newEarners" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "incomeFen" BIGINT NOT NULL,
    "payouts" INTEGER NOT NULL,
    "payoutsFen" BIGINT NOT NULL,
    "onboarded" INTEGER NOT NULL,

    CONSTRAINT "MonthlyReturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MonthlyReturnRow" (
    "returnId" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "childId" UUID,
    "isMissing" BOOLEAN NOT NULL DEFAULT false,
    "sales" INTEGER NOT NULL,
    "pieces" INTEGER NOT NULL,
    "goodsFen" BIGINT NOT NULL,
    "earnings" INTEGER NOT NULL,
    "earners" INTEGER NOT NULL,
    "newEarners" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "incomeFen" BIGINT NOT NULL,
    "payouts" INTEGER NOT NULL,
    "payoutsFen" BIGINT NOT NULL,
    "onboarded" INTEGER NOT NULL,

    CONSTRAINT "MonthlyReturnRow_pkey" PRIMARY KEY ("returnId","regionId")
);

-- CreateIndex
CREATE INDEX "MonthlyReturn_regionId_idx" ON "MonthlyReturn"("regionId");

-- CreateIndex
CREATE INDEX "MonthlyReturn_confirmedById_idx" ON "MonthlyReturn"("confirmedById");

-- CreateIndex
CREATE INDEX "MonthlyReturn_lockedById_idx" ON "MonthlyReturn"("lockedById");

-- CreateIndex
CREATE UNIQUE INDEX "MonthlyReturn_month_regionId_version_key" ON "MonthlyReturn"("month", "regionId", "version");

-- CreateIndex
CREATE INDEX "MonthlyReturnRow_childId_idx" ON "MonthlyReturnRow"("childId");

-- CreateIndex
CREATE INDEX "MonthlyReturnRow_regionId_idx" ON "MonthlyReturnRow"("regionId");

-- AddForeignKey
ALTER TABLE "MonthlyReturn" ADD CONSTRAINT "MonthlyReturn_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReturn" ADD CONSTRAINT "MonthlyReturn_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReturn" ADD CONSTRAINT "MonthlyReturn_lockedById_fkey" FOREIGN KEY ("lockedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReturnRow" ADD CONSTRAINT "MonthlyReturnRow_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "MonthlyReturn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReturnRow" ADD CONSTRAINT "MonthlyReturnRow_childId_fkey" FOREIGN KEY ("childId") REFERENCES "MonthlyReturn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonthlyReturnRow" ADD CONSTRAINT "MonthlyReturnRow_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "MonthlyReturn"
  ADD CONSTRAINT "MonthlyReturn_month" CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT "MonthlyReturn_reason" CHECK ((version = 1) = (reason IS NULL) AND version > 0 AND btrim(reason) <> ''),
  ADD CONSTRAINT "MonthlyReturn_locked" CHECK (num_nonnulls("lockedById", "lockedAt") IN (0, 2)),
  ADD CONSTRAINT "MonthlyReturn_counts" CHECK ("sales" >= 0 AND "pieces" >= 0 AND "earnings" >= 0 AND "earners" >= 0 AND "newEarners" >= 0 AND "households" >= 0 AND "payouts" >= 0 AND "onboarded" >= 0 AND earners <= earnings AND "newEarners" <= earners);
ALTER TABLE "MonthlyReturnRow"
  -- who did not report has no figures; a zero is said by somebody
  ADD CONSTRAINT "MonthlyReturnRow_missing" CHECK (NOT "isMissing" OR ("childId" IS NULL AND "sales" = 0 AND "pieces" = 0 AND "goodsFen" = 0 AND "earnings" = 0 AND "earners" = 0 AND "newEarners" = 0 AND "households" = 0 AND "incomeFen" = 0 AND "payouts" = 0 AND "payoutsFen" = 0 AND "onboarded" = 0));

CREATE FUNCTION return_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.month + interval '1 month' > (app_now() AT TIME ZONE 'Asia/Shanghai')::date THEN
    RAISE EXCEPTION 'the month % is not over', NEW.month USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version <> (SELECT count(*) + 1 FROM "MonthlyReturn" m WHERE m.month = NEW.month AND m."regionId" = NEW."regionId") THEN
    RAISE EXCEPTION 'version % of a return does not follow', NEW.version USING ERRCODE = 'unique_violation';
  END IF;
  IF NEW."lockedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a return is locked after it was confirmed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_follows BEFORE INSERT ON "MonthlyReturn" FOR EACH ROW EXECUTE FUNCTION return_follows();

CREATE FUNCTION return_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."lockedAt" IS NOT NULL
    OR (to_jsonb(NEW) - ARRAY['lockedById', 'lockedAt']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['lockedById', 'lockedAt']) THEN
    RAISE EXCEPTION 'a return is locked once and never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_stays BEFORE UPDATE OR DELETE ON "MonthlyReturn" FOR EACH ROW EXECUTE FUNCTION return_stays();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MonthlyReturnRow" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "MonthlyReturnRow" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "MonthlyReturn" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- A row is the place's own, or a place directly below with the newest version of what that reported of the month, to the figure.
CREATE FUNCTION return_row_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE above "MonthlyReturn"; below "MonthlyReturn";
BEGIN
  SELECT * INTO above FROM "MonthlyReturn" WHERE id = NEW."returnId";
  IF NEW."regionId" = above."regionId" THEN
    IF NEW."childId" IS NOT NULL OR NEW."isMissing" THEN
      RAISE EXCEPTION 'what belongs to a place itself is not reported by another' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Region" r WHERE r.id = NEW."regionId" AND r."parentId" = above."regionId") OR (NEW."childId" IS NULL) <> NEW."isMissing" THEN
    RAISE EXCEPTION 'a return takes in the returns of the places below it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."childId" IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO below FROM "MonthlyReturn" WHERE id = NEW."childId";
  IF (below.month, below."regionId") IS DISTINCT FROM (above.month, NEW."regionId")
    OR (NEW."sales", NEW."pieces", NEW."goodsFen", NEW."earnings", NEW."earners", NEW."newEarners", NEW."households", NEW."incomeFen", NEW."payouts", NEW."payoutsFen", NEW."onboarded") IS DISTINCT FROM (below."sales", below."pieces", below."goodsFen", below."earnings", below."earners", below."newEarners", below."households", below."incomeFen", below."payouts", below."payoutsFen", below."onboarded")
    OR EXISTS (SELECT 1 FROM "MonthlyReturn" n WHERE n.month = below.month AND n."regionId" = below."regionId" AND n.version > below.version) THEN
    RAISE EXCEPTION 'a row says what the newest return of its place says' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_row_fits BEFORE INSERT ON "MonthlyReturnRow" FOR EACH ROW EXECUTE FUNCTION return_row_fits();

CREATE FUNCTION return_adds_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE the_return uuid;
BEGIN
  IF TG_TABLE_NAME = 'MonthlyReturn' THEN the_return := NEW.id; ELSE the_return := (to_jsonb(NEW) ->> 'returnId')::uuid; END IF;
  IF EXISTS (SELECT 1 FROM "MonthlyReturn" m WHERE m.id = the_return AND (m."sales", m."pieces", m."goodsFen", m."earnings", m."earners", m."newEarners", m."households", m."incomeFen", m."payouts", m."payoutsFen", m."onboarded") <> (
    SELECT coalesce(sum(w."sales"), 0), coalesce(sum(w."pieces"), 0), coalesce(sum(w."goodsFen"), 0), coalesce(sum(w."earnings"), 0), coalesce(sum(w."earners"), 0), coalesce(sum(w."newEarners"), 0), coalesce(sum(w."households"), 0), coalesce(sum(w."incomeFen"), 0), coalesce(sum(w."payouts"), 0), coalesce(sum(w."payoutsFen"), 0), coalesce(sum(w."onboarded"), 0) FROM "MonthlyReturnRow" w WHERE w."returnId" = the_return)) THEN
    RAISE EXCEPTION 'the return % is not the sum of its rows', the_return USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER return_adds_up AFTER INSERT ON "MonthlyReturn" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION return_adds_up();
CREATE CONSTRAINT TRIGGER return_adds_up AFTER INSERT ON "MonthlyReturnRow" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION return_adds_up();

-- Shares of income that statistics count.
CREATE VIEW "CountedShare" AS
  SELECT a.* FROM "IncomeAttribution" a JOIN "LedgerEntry" e ON e.id = a."ledgerEntryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
  WHERE t."sellerOrderId" IS NULL OR EXISTS (SELECT 1 FROM "CountedSale" c WHERE c."sellerOrderId" = t."sellerOrderId");
-- it says what the table says, and is read behind the same walls
ALTER VIEW "CountedShare" SET (security_invoker = true);

-- The first and the last day before a day on which a person or a household earned, wherever that was: the day alone, told across walls.
CREATE FUNCTION first_earned_on(the_person uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT min("earnedOn") FROM "CountedShare" WHERE "personId" = the_person AND "amountFen" > 0 $$;
CREATE FUNCTION household_first_earned_on(household uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT min("earnedOn") FROM "CountedShare" WHERE "householdId" = household AND "amountFen" > 0 $$;
CREATE FUNCTION household_last_earned_before(household uuid, until date) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT max("earnedOn") FROM "CountedShare" WHERE "householdId" = household AND "amountFen" > 0 AND "earnedOn" < until $$;

ALTER TABLE "MonthlyReturn" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MonthlyReturn" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "MonthlyReturn" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "MonthlyReturn" USING (region_in_scope("regionId"));
ALTER TABLE "MonthlyReturnRow" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MonthlyReturnRow" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "MonthlyReturnRow" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "MonthlyReturnRow" USING (EXISTS (SELECT 1 FROM "MonthlyReturn" m WHERE m.id = "returnId"));
