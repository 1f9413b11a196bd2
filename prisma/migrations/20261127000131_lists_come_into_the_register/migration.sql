-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('draft', 'taken', 'undone');

-- AlterTable
ALTER TABLE "Household" ADD COLUMN     "importId" UUID;

-- AlterTable
ALTER TABLE "HouseholdMember" ADD COLUMN     "importId" UUID;

-- AlterTable
ALTER TABLE "HouseholdStatus" ADD COLUMN     "importId" UUID;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "importId" UUID;

-- CreateTable
CREATE TABLE "HouseholdImport" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "keyId" UUID NOT NULL,
    "cipher" BYTEA,
    "mapping" JSONB,
    "state" "ImportState" NOT NULL DEFAULT 'draft',
    "householdCount" INTEGER NOT NULL DEFAULT 0,
    "memberCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "takenAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "HouseholdImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HouseholdImport_regionId_createdAt_idx" ON "HouseholdImport"("regionId", "createdAt");

-- CreateIndex
CREATE INDEX "HouseholdImport_uploadedById_idx" ON "HouseholdImport"("uploadedById");

-- CreateIndex
CREATE INDEX "HouseholdImport_keyId_idx" ON "HouseholdImport"("keyId");

-- CreateIndex
CREATE INDEX "Household_importId_idx" ON "Household"("importId");

-- CreateIndex
CREATE INDEX "HouseholdMember_importId_idx" ON "HouseholdMember"("importId");

-- CreateIndex
CREATE INDEX "HouseholdStatus_importId_idx" ON "HouseholdStatus"("importId");

-- CreateIndex
CREATE INDEX "Person_importId_idx" ON "Person"("importId");

-- AddForeignKey
ALTER TABLE "Household" ADD CONSTRAINT "Household_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HouseholdImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdMember" ADD CONSTRAINT "HouseholdMember_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HouseholdImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdStatus" ADD CONSTRAINT "HouseholdStatus_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HouseholdImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdImport" ADD CONSTRAINT "HouseholdImport_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdImport" ADD CONSTRAINT "HouseholdImport_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdImport" ADD CONSTRAINT "HouseholdImport_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HouseholdImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "HouseholdImport" ADD CONSTRAINT "HouseholdImport_states" CHECK (
  (state = 'draft') = ("takenAt" IS NULL) AND (state = 'undone') = ("undoneAt" IS NOT NULL) AND (state = 'draft' OR cipher IS NULL));

ALTER TABLE "HouseholdImport" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "HouseholdImport" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "HouseholdImport" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "HouseholdImport" USING (region_in_scope("regionId"));

CREATE FUNCTION import_goes_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.state, NEW.state) NOT IN (('taken', 'taken'), ('taken', 'undone'), ('undone', 'undone')) THEN
    RAISE EXCEPTION 'an import that was taken stays, and goes one way' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_goes_one_way BEFORE UPDATE OR DELETE ON "HouseholdImport" FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION import_goes_one_way();

-- a status stays for ever, unless the list that brought it is undone
CREATE FUNCTION goes_with_its_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "HouseholdImport" WHERE id = OLD."importId" AND state = 'undone') THEN
    RAISE EXCEPTION '% goes only with its import', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER never_removed ON "HouseholdStatus";
CREATE TRIGGER never_removed BEFORE DELETE ON "HouseholdStatus" FOR EACH ROW WHEN (OLD."importId" IS NULL) EXECUTE FUNCTION never_removed();
CREATE TRIGGER goes_with_its_import BEFORE DELETE ON "HouseholdStatus" FOR EACH ROW WHEN (OLD."importId" IS NOT NULL) EXECUTE FUNCTION goes_with_its_import();

-- the household by which an import can no longer be undone: something that did not come with it rests on what did
CREATE FUNCTION import_in_use(the_import uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT code FROM (
    SELECT h.code FROM "HouseholdMember" m JOIN "Household" h ON h.id = m."householdId"
      WHERE m."importId" = the_import AND (m."verifiedAt" IS NOT NULL OR m."validTo" IS NOT NULL OR EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."memberId" = m.id))
    UNION ALL SELECT h.code FROM "Household" h WHERE h."importId" = the_import AND (
      EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."householdId" = h.id AND m."importId" IS DISTINCT FROM the_import)
      OR EXISTS (SELECT 1 FROM "HouseholdStatus" s WHERE s."householdId" = h.id AND (s."importId" IS DISTINCT FROM the_import OR s."validTo" IS NOT NULL))
      OR EXISTS (SELECT 1 FROM "IncomeAttribution" i WHERE i."householdId" = h.id))
    UNION ALL SELECT h.code FROM "Person" p JOIN "HouseholdMember" n ON n."personId" = p.id AND n."importId" = the_import JOIN "Household" h ON h.id = n."householdId"
      WHERE p."importId" = the_import AND (
        EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."personId" = p.id AND m."importId" IS DISTINCT FROM the_import)
        OR EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = p.id) OR EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id)
        OR EXISTS (SELECT 1 FROM "SellerPerson" s WHERE s."personId" = p.id) OR EXISTS (SELECT 1 FROM "Party" y WHERE y."personId" = p.id)
        OR EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = p.id) OR EXISTS (SELECT 1 FROM "Skill" k WHERE k."personId" = p.id)
        OR EXISTS (SELECT 1 FROM "Mandate" a WHERE a."agentPersonId" = p.id) OR EXISTS (SELECT 1 FROM "LineMaker" w WHERE w."personId" = p.id)
        OR EXISTS (SELECT 1 FROM "IncomeAttribution" i WHERE i."personId" = p.id) OR EXISTS (SELECT 1 FROM "BankAccount" b WHERE b."holderPersonId" = p.id)
        OR EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."onBehalfOfId" = p.id) OR EXISTS (SELECT 1 FROM "Succession" u WHERE u."heirPersonId" = p.id))) in_use
  LIMIT 1 $$;
