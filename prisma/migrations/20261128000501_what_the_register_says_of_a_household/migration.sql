-- CreateTable
CREATE TABLE "HouseholdFacts" (
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "people" INTEGER NOT NULL,
    "workers" INTEGER NOT NULL,
    "mainCauseId" UUID,
    "otherCauseIds" UUID[],
    "identifiedIn" INTEGER,
    "liftedIn" INTEGER,
    "cadreName" TEXT NOT NULL,
    "cadreOffice" TEXT NOT NULL,
    "cadrePhone" TEXT,
    "document" TEXT NOT NULL,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "HouseholdFacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HouseholdFacts_householdId_enteredAt_idx" ON "HouseholdFacts"("householdId", "enteredAt");

-- CreateIndex
CREATE INDEX "HouseholdFacts_mainCauseId_idx" ON "HouseholdFacts"("mainCauseId");

-- CreateIndex
CREATE INDEX "HouseholdFacts_enteredById_idx" ON "HouseholdFacts"("enteredById");

-- AddForeignKey
ALTER TABLE "HouseholdFacts" ADD CONSTRAINT "HouseholdFacts_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdFacts" ADD CONSTRAINT "HouseholdFacts_mainCauseId_fkey" FOREIGN KEY ("mainCauseId") REFERENCES "CodeTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdFacts" ADD CONSTRAINT "HouseholdFacts_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- the causes of the printed form of 2013; administrators rename, add and merge them
INSERT INTO "CodeTerm" (id, list, code, "nameZh", "nameEn", "validFrom") VALUES
  (gen_random_uuid(), 'poverty_cause', 'illness', '因病', 'illness', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'disability', '因残', 'disability', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'schooling', '因学', 'cost of schooling', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'disaster', '因灾', 'disaster', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'land', '缺土地', 'too little land', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'water', '缺水', 'too little water', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'skill', '缺技术', 'no trade', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'labour', '缺劳力', 'nobody to work', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'money', '缺资金', 'no capital', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'roads', '交通条件落后', 'bad roads', '2013-12-01'),
  (gen_random_uuid(), 'poverty_cause', 'drive', '自身发展动力不足', 'little drive of its own', '2013-12-01');

ALTER TABLE "HouseholdFacts"
  ADD CONSTRAINT "HouseholdFacts_people" CHECK ("people" BETWEEN 1 AND 30 AND "workers" BETWEEN 0 AND "people"),
  ADD CONSTRAINT "HouseholdFacts_years" CHECK ("identifiedIn" BETWEEN 2013 AND 2100 AND "liftedIn" BETWEEN "identifiedIn" AND 2100 AND ("liftedIn" IS NULL OR "identifiedIn" IS NOT NULL)),
  ADD CONSTRAINT "HouseholdFacts_causes" CHECK (cardinality("otherCauseIds") <= 10 AND ("mainCauseId" IS NOT NULL OR cardinality("otherCauseIds") = 0)),
  ADD CONSTRAINT "HouseholdFacts_words" CHECK (length("cadreName") BETWEEN 2 AND 30 AND length("cadreOffice") BETWEEN 2 AND 60 AND length("cadrePhone") BETWEEN 7 AND 20 AND length("document") BETWEEN 2 AND 120);

-- Causes are of the list and in use on the day; whoever belongs to a household says nothing of it.
CREATE FUNCTION facts_say_terms() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today CONSTANT date := (NEW."enteredAt" AT TIME ZONE 'Asia/Shanghai')::date;
  wanted CONSTANT uuid[] := NEW."otherCauseIds" || CASE WHEN NEW."mainCauseId" IS NULL THEN '{}' ELSE ARRAY[NEW."mainCauseId"] END;
  found int;
BEGIN
  SELECT count(*) INTO found FROM (SELECT 1 FROM "CodeTerm" t WHERE t.id = ANY (wanted) AND t.list = 'poverty_cause' AND daterange(t."validFrom", t."validTo") @> today FOR SHARE) terms;
  -- fewer also where one is named twice
  IF found < cardinality(wanted) THEN
    RAISE EXCEPTION 'no cause of that day, or one twice' USING ERRCODE = 'check_violation';
  END IF;
  IF is_of_household(NEW."householdId", NEW."enteredById") THEN
    RAISE EXCEPTION 'nobody says what her own household is' USING ERRCODE = 'check_violation', CONSTRAINT = 'HouseholdFacts_not_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER says_terms BEFORE INSERT ON "HouseholdFacts" FOR EACH ROW EXECUTE FUNCTION facts_say_terms();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "HouseholdFacts" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "HouseholdFacts" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

ALTER TABLE "HouseholdFacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "HouseholdFacts" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "HouseholdFacts" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "HouseholdFacts" USING (household_in_scope("householdId"));

-- A cause is said by the newest record of a household, and by one that was the newest on the day or later.
CREATE OR REPLACE FUNCTION term_uses_from(term uuid, day date) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE way AS (
    SELECT term AS id, day AS since
    UNION ALL
    SELECT t.id, greatest(way.since, t."mergedOn") FROM way JOIN "CodeTerm" t ON t."mergedIntoId" = way.id)
  SELECT ((SELECT count(*) FROM way JOIN "HouseholdStatus" s ON s."termId" = way.id WHERE s."validTo" IS NULL OR s."validTo" > way.since)
    + (SELECT count(*) FROM way JOIN "HouseholdAssistance" a ON a."termId" = way.id WHERE a."receivedOn" >= way.since)
    + (SELECT count(*) FROM way JOIN "HouseholdFacts" f ON f."mainCauseId" = way.id OR way.id = ANY (f."otherCauseIds")
        WHERE NOT EXISTS (SELECT 1 FROM "HouseholdFacts" n WHERE n."householdId" = f."householdId" AND (n."enteredAt", n.id) > (f."enteredAt", f.id)
          AND (n."enteredAt" AT TIME ZONE 'Asia/Shanghai')::date <= way.since))
    + (SELECT count(*) FROM way JOIN "IncomeAttribution" i ON i."statusTermId" = way.id WHERE i."earnedOn" >= way.since))::int $$;

-- what was said of a household, or given to it, did not come with its list either
CREATE OR REPLACE FUNCTION import_in_use(the_import uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT code FROM (
    SELECT h.code FROM "HouseholdMember" m JOIN "Household" h ON h.id = m."householdId"
      WHERE m."importId" = the_import AND (m."verifiedAt" IS NOT NULL OR m."validTo" IS NOT NULL OR EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."memberId" = m.id))
    UNION ALL SELECT h.code FROM "Household" h WHERE h."importId" = the_import AND (
      EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."householdId" = h.id AND m."importId" IS DISTINCT FROM the_import)
      OR EXISTS (SELECT 1 FROM "HouseholdStatus" s WHERE s."householdId" = h.id AND (s."importId" IS DISTINCT FROM the_import OR s."validTo" IS NOT NULL))
      OR EXISTS (SELECT 1 FROM "IncomeAttribution" i WHERE i."householdId" = h.id) OR EXISTS (SELECT 1 FROM "HouseholdAssistance" a WHERE a."householdId" = h.id)
      OR EXISTS (SELECT 1 FROM "HouseholdFacts" f WHERE f."householdId" = h.id))
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
