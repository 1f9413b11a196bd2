-- AlterTable
ALTER TABLE "HouseholdStatus" ADD COLUMN     "enteredById" UUID;

-- CreateIndex
CREATE INDEX "HouseholdStatus_enteredById_idx" ON "HouseholdStatus"("enteredById");

-- AddForeignKey
ALTER TABLE "HouseholdStatus" ADD CONSTRAINT "HouseholdStatus_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- who said it, and from which paper, stays with what was said
DROP TRIGGER keep_the_past ON "HouseholdStatus";
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION keep_the_past('householdId', 'termId', 'validFrom', 'source', 'enteredById');

-- Nobody says what her own household is.
CREATE FUNCTION status_is_not_her_own() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "User" u JOIN "HouseholdMember" m ON m."personId" = u."personId" WHERE u.id = NEW."enteredById" AND m."householdId" = NEW."householdId"
      AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
    RAISE EXCEPTION 'nobody says what her own household is' USING ERRCODE = 'check_violation', CONSTRAINT = 'HouseholdStatus_not_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_her_own BEFORE INSERT ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION status_is_not_her_own();
