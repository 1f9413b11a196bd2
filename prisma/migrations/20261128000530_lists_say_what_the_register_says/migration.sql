-- A list of a county says of a household what it says: often its size and causes, seldom who is responsible. What is entered by hand stays whole.
ALTER TABLE "HouseholdFacts" ADD COLUMN "importId" UUID,
  ALTER COLUMN "people" DROP NOT NULL,
  ALTER COLUMN "workers" DROP NOT NULL,
  ALTER COLUMN "cadreName" DROP NOT NULL,
  ALTER COLUMN "cadreOffice" DROP NOT NULL;

-- AlterTable
ALTER TABLE "HouseholdImport" ADD COLUMN     "completedCount" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "HouseholdFacts_importId_idx" ON "HouseholdFacts"("importId");

-- AddForeignKey
ALTER TABLE "HouseholdFacts" ADD CONSTRAINT "HouseholdFacts_importId_fkey" FOREIGN KEY ("importId") REFERENCES "HouseholdImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "HouseholdFacts" DROP CONSTRAINT "HouseholdFacts_people",
  ADD CONSTRAINT "HouseholdFacts_people" CHECK ("people" BETWEEN 1 AND 30 AND "workers" BETWEEN 0 AND 30 AND "workers" <= "people"),
  ADD CONSTRAINT "HouseholdFacts_whole" CHECK (CASE WHEN "importId" IS NULL THEN num_nulls("people", "workers", "cadreName", "cadreOffice") = 0
    ELSE num_nonnulls("people", "workers", "mainCauseId", "identifiedIn", "liftedIn", "cadreName", "cadreOffice", "cadrePhone") > 0 END);

-- what a list said goes only when that list is undone; what was entered by hand stays for ever, and nothing of either is changed
DROP TRIGGER append_only ON "HouseholdFacts";
CREATE TRIGGER append_only BEFORE UPDATE ON "HouseholdFacts" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER never_removed BEFORE DELETE ON "HouseholdFacts" FOR EACH ROW WHEN (OLD."importId" IS NULL) EXECUTE FUNCTION append_only();
CREATE TRIGGER goes_with_its_import BEFORE DELETE ON "HouseholdFacts" FOR EACH ROW WHEN (OLD."importId" IS NOT NULL) EXECUTE FUNCTION goes_with_its_import();

-- facts that came with the list go with it; a status that it gave to a household that was there already is held by whatever counts by it
CREATE OR REPLACE FUNCTION import_in_use(the_import uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT code FROM (
    SELECT h.code FROM "HouseholdMember" m JOIN "Household" h ON h.id = m."householdId"
      WHERE m."importId" = the_import AND (m."verifiedAt" IS NOT NULL OR m."validTo" IS NOT NULL OR EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."memberId" = m.id))
    UNION ALL SELECT h.code FROM "Household" h WHERE h."importId" = the_import AND (
      EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."householdId" = h.id AND m."importId" IS DISTINCT FROM the_import)
      OR EXISTS (SELECT 1 FROM "HouseholdStatus" s WHERE s."householdId" = h.id AND s."importId" IS DISTINCT FROM the_import)
      OR EXISTS (SELECT 1 FROM "IncomeAttribution" i WHERE i."householdId" = h.id) OR EXISTS (SELECT 1 FROM "HouseholdAssistance" a WHERE a."householdId" = h.id)
      OR EXISTS (SELECT 1 FROM "HouseholdFacts" f WHERE f."householdId" = h.id AND f."importId" IS DISTINCT FROM the_import))
    UNION ALL SELECT h.code FROM "HouseholdStatus" s JOIN "Household" h ON h.id = s."householdId"
      WHERE s."importId" = the_import AND (s."validTo" IS NOT NULL
        OR EXISTS (SELECT 1 FROM "IncomeAttribution" i WHERE i."householdId" = h.id AND i."statusTermId" = s."termId" AND i."earnedOn" >= s."validFrom"))
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
