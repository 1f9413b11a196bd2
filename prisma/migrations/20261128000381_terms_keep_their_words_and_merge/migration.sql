-- AlterTable
ALTER TABLE "CodeTerm" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "mergedOn" DATE;

-- CreateTable
CREATE TABLE "CodeTermName" (
    "id" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "validTo" DATE NOT NULL,

    CONSTRAINT "CodeTermName_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CodeTermName_termId_validTo_idx" ON "CodeTermName"("termId", "validTo");

-- CreateIndex
CREATE INDEX "CodeTerm_mergedIntoId_idx" ON "CodeTerm"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "CodeTerm" ADD CONSTRAINT "CodeTerm_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "CodeTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeTermName" ADD CONSTRAINT "CodeTermName_termId_fkey" FOREIGN KEY ("termId") REFERENCES "CodeTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CodeTerm"
  ADD CONSTRAINT "CodeTerm_code" CHECK (code ~ '^[a-z0-9_]{1,40}$'),
  ADD CONSTRAINT "CodeTerm_merged" CHECK (("mergedIntoId" IS NULL) = ("mergedOn" IS NULL) AND ("mergedOn" IS NULL OR "validTo" <= "mergedOn"));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CodeTermName" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "CodeTermName" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- How many records say a term on a day or later: statuses that last, what was given, what was earned. A number alone, over every wall.
CREATE FUNCTION term_uses_from(term uuid, day date) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT ((SELECT count(*) FROM "HouseholdStatus" s WHERE s."termId" = term AND (s."validTo" IS NULL OR s."validTo" > day))
    + (SELECT count(*) FROM "HouseholdAssistance" a WHERE a."termId" = term AND a."receivedOn" >= day)
    + (SELECT count(*) FROM "IncomeAttribution" i WHERE i."statusTermId" = term AND i."earnedOn" >= day))::int $$;

-- The words that a term had on a day.
CREATE FUNCTION term_words(term uuid, day date) RETURNS TABLE (zh text, en text) LANGUAGE sql STABLE AS $$
  SELECT coalesce(n."nameZh", t."nameZh"), coalesce(n."nameEn", t."nameEn") FROM "CodeTerm" t
  LEFT JOIN LATERAL (SELECT f."nameZh", f."nameEn" FROM "CodeTermName" f WHERE f."termId" = t.id AND f."validTo" > day ORDER BY f."validTo", f.id LIMIT 1) n ON true
  WHERE t.id = term $$;

-- As what a term counts on a day: itself, and from the day of its merge on what it was merged into.
CREATE FUNCTION term_counted(term uuid, day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE way AS (
    SELECT t.id, t."mergedIntoId", t."mergedOn" FROM "CodeTerm" t WHERE t.id = term
    UNION ALL
    SELECT n.id, n."mergedIntoId", n."mergedOn" FROM way JOIN "CodeTerm" n ON n.id = way."mergedIntoId" WHERE way."mergedOn" <= day)
  SELECT id FROM way WHERE "mergedOn" IS NULL OR "mergedOn" > day LIMIT 1 $$;

-- A term keeps its list, its code and its first day. It ends where no record says it any longer; merged, it stays merged into one of its own list that is in use. One change at a time.
CREATE FUNCTION code_term_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  PERFORM pg_advisory_xact_lock(710381);
  IF (NEW.id, NEW.list, NEW.code, NEW."validFrom") IS DISTINCT FROM (OLD.id, OLD.list, OLD.code, OLD."validFrom") THEN
    RAISE EXCEPTION 'a term keeps its list, its code and its first day' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."mergedIntoId" IS NOT NULL AND (NEW."mergedIntoId", NEW."mergedOn", NEW."validTo") IS DISTINCT FROM (OLD."mergedIntoId", OLD."mergedOn", OLD."validTo") THEN
    RAISE EXCEPTION 'a term that was merged stays merged' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."mergedIntoId" IS NULL AND NEW."mergedIntoId" IS NOT NULL THEN
    IF NEW."mergedOn" <> today OR NEW."mergedIntoId" = NEW.id OR NOT EXISTS (SELECT 1 FROM "CodeTerm" t WHERE t.id = NEW."mergedIntoId" AND t.list = NEW.list
        AND t."mergedIntoId" IS NULL AND daterange(t."validFrom", t."validTo") @> today) THEN
      RAISE EXCEPTION 'a term is merged today, into another of its list that is in use' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW."validTo" < coalesce(OLD."validTo", 'infinity') AND term_uses_from(NEW.id, NEW."validTo") > 0 THEN
    RAISE EXCEPTION 'records say this term on that day' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER code_term_stays BEFORE UPDATE ON "CodeTerm" FOR EACH ROW EXECUTE FUNCTION code_term_stays();

-- A household's status begins with a term that is in use on that day. The term is held: it does not end meanwhile.
CREATE FUNCTION status_says_a_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "CodeTerm" t WHERE t.id = NEW."termId" AND t.list = 'household_status' AND daterange(t."validFrom", t."validTo") @> NEW."validFrom" FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no status of that day' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER says_a_term BEFORE INSERT OR UPDATE OF "termId", "validFrom" ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION status_says_a_term();

CREATE FUNCTION assistance_says_a_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "CodeTerm" t WHERE t.id = NEW."termId" FOR SHARE;
  RETURN NEW;
END $$;
-- fires before assistance_stays looks at the term
CREATE TRIGGER says_a_term BEFORE INSERT ON "HouseholdAssistance" FOR EACH ROW EXECUTE FUNCTION assistance_says_a_term();
