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
CREATE FUNCTION status_is_not_her_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_of_household(NEW."householdId", NEW."enteredById") THEN
    RAISE EXCEPTION 'nobody says what her own household is' USING ERRCODE = 'check_violation', CONSTRAINT = 'HouseholdStatus_not_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_her_own BEFORE INSERT ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION status_is_not_her_own();
