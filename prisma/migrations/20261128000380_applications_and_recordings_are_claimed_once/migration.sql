-- AlterEnum


ALTER TYPE "WorkQueue" ADD VALUE 'application';
ALTER TYPE "WorkQueue" ADD VALUE 'dictation';

-- An application waits for the county, then for the city. Whoever sits over its place may take it up, but neither she nor one of her household, and not who recommended it.
CREATE FUNCTION application_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT a.state IN ('submitted', 'recommended') INTO waits FROM "SellerApplication" a WHERE a.id = subject FOR SHARE;
  RETURN waits;
END $$;
CREATE FUNCTION application_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerApplication" a WHERE a.id = subject AND holds_role(sitter, 'coordinator', a."regionId")
    AND NOT is_close_to(a."personId", sitter) AND NOT (a.state = 'recommended' AND a."recommendedById" = sitter))
$$;

-- What was said and nobody has typed up. A recording that its maker took away, or whose listing left the draft, waits no more.
CREATE FUNCTION dictation_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT d."typedAt" IS NULL AND l.state IN ('draft', 'changes_requested') AND p.status <> 'withdrawn' INTO waits
  FROM "Dictation" d JOIN "ListingRevision" l ON l.id = d."revisionId" JOIN "Product" p ON p.id = l."productId" WHERE d."revisionId" = subject FOR SHARE OF d;
  RETURN waits;
END $$;
CREATE FUNCTION dictation_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT sits_over_listing(subject, sitter) $$;

-- An application: nobody decides what another holds; with each step of a desk the claim ends.
CREATE FUNCTION application_step_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_held_work('application', NEW.id, CASE NEW.state WHEN 'recommended' THEN NEW."recommendedById" ELSE NEW."decidedById" END);
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'application' AND c."subjectId" = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER step_ends_the_claim BEFORE UPDATE ON "SellerApplication" FOR EACH ROW
  WHEN (NEW.state IS DISTINCT FROM OLD.state AND NEW.state NOT IN ('draft', 'submitted')) EXECUTE FUNCTION application_step_ends_the_claim();

-- A recording: nobody types up what another listens to; with the words, or when it is gone, the claim ends.
CREATE FUNCTION typing_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM refuse_held_work('dictation', NEW."revisionId", NEW."typedById");
  END IF;
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'dictation' AND c."subjectId" = OLD."revisionId";
  RETURN NULL;
END $$;
CREATE TRIGGER typing_ends_the_claim AFTER UPDATE ON "Dictation" FOR EACH ROW WHEN (OLD."typedAt" IS NULL AND NEW."typedAt" IS NOT NULL) EXECUTE FUNCTION typing_ends_the_claim();
CREATE TRIGGER leaving_ends_the_claim AFTER DELETE ON "Dictation" FOR EACH ROW EXECUTE FUNCTION typing_ends_the_claim();
