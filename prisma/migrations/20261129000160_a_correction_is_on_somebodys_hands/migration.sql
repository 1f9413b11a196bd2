-- AlterEnum


ALTER TYPE "WorkQueue" ADD VALUE 'correction';

-- A request that what is on file about somebody be put right, and that nobody has answered.
CREATE FUNCTION correction_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT c."answeredAt" IS NULL INTO waits FROM "CorrectionRequest" c WHERE c.id = subject FOR SHARE OF c;
  RETURN waits;
END $$;
-- never her own
CREATE FUNCTION correction_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "CorrectionRequest" c JOIN "Person" p ON p.id = c."personId"
    WHERE c.id = subject AND holds_role(sitter, 'coordinator', p."regionId")
      AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = sitter AND u."personId" = c."personId"))
$$;

-- The answer ends the claim; nobody answers what another is on.
CREATE FUNCTION answer_ends_the_corrections_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_held_work('correction', NEW.id, NEW."answeredById");
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'correction' AND c."subjectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER answer_ends_the_claim AFTER UPDATE ON "CorrectionRequest" FOR EACH ROW WHEN (OLD."answeredAt" IS NULL AND NEW."answeredAt" IS NOT NULL) EXECUTE FUNCTION answer_ends_the_corrections_claim();
