-- CreateEnum
CREATE TYPE "WorkQueue" AS ENUM ('listing');

-- CreateTable
CREATE TABLE "WorkClaim" (
    "queue" "WorkQueue" NOT NULL,
    "subjectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "until" TIMESTAMPTZ(3) NOT NULL,
    "givenById" UUID,

    CONSTRAINT "WorkClaim_pkey" PRIMARY KEY ("queue","subjectId")
);

-- CreateIndex
CREATE INDEX "WorkClaim_userId_until_idx" ON "WorkClaim"("userId", "until");

-- CreateIndex
CREATE INDEX "WorkClaim_givenById_idx" ON "WorkClaim"("givenById");

-- AddForeignKey
ALTER TABLE "WorkClaim" ADD CONSTRAINT "WorkClaim_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkClaim" ADD CONSTRAINT "WorkClaim_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "WorkClaim"
  ADD CONSTRAINT "WorkClaim_until" CHECK ("until" <= "takenAt" + CASE WHEN "givenById" IS NULL THEN interval '30 minutes' ELSE interval '24 hours' END),
  ADD CONSTRAINT "WorkClaim_givenBy" CHECK ("givenById" <> "userId");

-- Whether somebody sits at a desk that covers this listing: a coordinator, whose region lies at or above the seller's.
CREATE FUNCTION sits_over_listing(revision uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" g ON g.id = s."regionId"
    JOIN "UserRole" r ON r."regionId" = ANY (g."ancestorIds") JOIN "User" u ON u.id = r."userId"
    WHERE l.id = revision AND r."userId" = sitter AND r.role = 'coordinator' AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now()) AND u."disabledAt" IS NULL)
$$;

-- A claim stands on work that waits, is held by somebody who may do it, and is taken from nobody while it lasts: only its holder gives it on, only who gave it takes it back.
-- The listing is locked before its claim, here as in the decision: a decision and a claim at one moment come one after the other.
CREATE FUNCTION work_is_claimed_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT l.state = 'submitted' INTO waits FROM "ListingRevision" l WHERE l.id = NEW."subjectId" FOR SHARE;
  IF waits IS NOT TRUE THEN
    RAISE EXCEPTION 'only a listing that waits is taken up' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT sits_over_listing(NEW."subjectId", NEW."userId") THEN
    RAISE EXCEPTION 'a listing is taken up by a coordinator of its region' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."userId" <> OLD."userId" AND OLD."until" > app_now()
     AND NOT coalesce(OLD."userId" = NEW."givenById" OR OLD."givenById" IN (NEW."userId", NEW."givenById"), false) THEN
    RAISE EXCEPTION 'somebody else is on it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claimed_once BEFORE INSERT OR UPDATE ON "WorkClaim" FOR EACH ROW EXECUTE FUNCTION work_is_claimed_once();

-- Nobody decides what another holds; with the decision, or when the maker takes it back, the claim ends.
CREATE FUNCTION decision_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'draft' AND EXISTS (SELECT 1 FROM "WorkClaim" c
      WHERE c.queue = 'listing' AND c."subjectId" = NEW.id AND c."until" > app_now() AND c."userId" IS DISTINCT FROM NEW."reviewedById") THEN
    RAISE EXCEPTION 'somebody else is on it' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM "WorkClaim" c WHERE c.queue = 'listing' AND c."subjectId" = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_ends_the_claim BEFORE UPDATE ON "ListingRevision" FOR EACH ROW WHEN (OLD.state = 'submitted' AND NEW.state <> 'submitted')
  EXECUTE FUNCTION decision_ends_the_claim();
