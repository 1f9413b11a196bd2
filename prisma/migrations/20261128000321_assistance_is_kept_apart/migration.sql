-- CreateTable
CREATE TABLE "HouseholdAssistance" (
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "receivedOn" DATE NOT NULL,
    "document" TEXT NOT NULL,
    "enteredById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "crossedOutAt" TIMESTAMPTZ(3),
    "crossedOutById" UUID,
    "crossedOutWhy" TEXT,

    CONSTRAINT "HouseholdAssistance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HouseholdAssistance_householdId_receivedOn_idx" ON "HouseholdAssistance"("householdId", "receivedOn");

-- CreateIndex
CREATE INDEX "HouseholdAssistance_receivedOn_idx" ON "HouseholdAssistance"("receivedOn");

-- CreateIndex
CREATE INDEX "HouseholdAssistance_termId_idx" ON "HouseholdAssistance"("termId");

-- CreateIndex
CREATE INDEX "HouseholdAssistance_enteredById_idx" ON "HouseholdAssistance"("enteredById");

-- CreateIndex
CREATE INDEX "HouseholdAssistance_crossedOutById_idx" ON "HouseholdAssistance"("crossedOutById");

-- AddForeignKey
ALTER TABLE "HouseholdAssistance" ADD CONSTRAINT "HouseholdAssistance_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdAssistance" ADD CONSTRAINT "HouseholdAssistance_termId_fkey" FOREIGN KEY ("termId") REFERENCES "CodeTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdAssistance" ADD CONSTRAINT "HouseholdAssistance_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdAssistance" ADD CONSTRAINT "HouseholdAssistance_crossedOutById_fkey" FOREIGN KEY ("crossedOutById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "CodeTerm" (id, list, code, "nameZh", "nameEn", "validFrom") VALUES
  (gen_random_uuid(), 'assistance_kind', 'subsidy', '补贴', 'subsidy', '2013-12-01'),
  (gen_random_uuid(), 'assistance_kind', 'visit_goods', '走访慰问物资', 'goods brought on a visit', '2013-12-01'),
  (gen_random_uuid(), 'assistance_kind', 'loan_interest', '贷款贴息', 'interest relief on a loan', '2013-12-01'),
  (gen_random_uuid(), 'assistance_kind', 'other', '其他帮扶', 'other assistance', '2013-12-01');

ALTER TABLE "HouseholdAssistance"
  ADD CONSTRAINT "HouseholdAssistance_amount" CHECK ("amountFen" > 0 AND "amountFen" <= 100000000),
  ADD CONSTRAINT "HouseholdAssistance_document" CHECK (length("document") BETWEEN 2 AND 80),
  ADD CONSTRAINT "HouseholdAssistance_crossed_out" CHECK (num_nonnulls("crossedOutAt", "crossedOutById", "crossedOutWhy") IN (0, 3));
-- one paper tells of one sum to a household once: a list that is brought in twice is refused
CREATE UNIQUE INDEX "HouseholdAssistance_once" ON "HouseholdAssistance" ("householdId", "termId", "receivedOn", "document", "amountFen") WHERE "crossedOutAt" IS NULL;

-- What was given is told once: of a kind of the list, on a day that has come; it is crossed out once and never changed or removed.
CREATE FUNCTION assistance_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."receivedOn" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date THEN
      RAISE EXCEPTION 'what is to come was not received' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM "CodeTerm" t WHERE t.id = NEW."termId" AND t.list = 'assistance_kind' AND daterange(t."validFrom", t."validTo") @> NEW."receivedOn") THEN
      RAISE EXCEPTION 'no kind of assistance of that day' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."crossedOutAt" IS NOT NULL OR NEW."crossedOutAt" IS NULL
     OR (NEW.id, NEW."householdId", NEW."termId", NEW."amountFen", NEW."receivedOn", NEW."document", NEW."enteredById", NEW."createdAt")
        IS DISTINCT FROM (OLD.id, OLD."householdId", OLD."termId", OLD."amountFen", OLD."receivedOn", OLD."document", OLD."enteredById", OLD."createdAt") THEN
    RAISE EXCEPTION 'assistance stays as it was entered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE INSERT OR UPDATE ON "HouseholdAssistance" FOR EACH ROW EXECUTE FUNCTION assistance_stays();
CREATE TRIGGER never_removed BEFORE DELETE ON "HouseholdAssistance" FOR EACH ROW EXECUTE FUNCTION never_removed();

ALTER TABLE "HouseholdAssistance" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "HouseholdAssistance" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "HouseholdAssistance" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "HouseholdAssistance" USING (household_in_scope("householdId"));
