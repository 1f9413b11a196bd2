-- AlterEnum


ALTER TYPE "WorkQueue" ADD VALUE 'refund';
ALTER TYPE "WorkQueue" ADD VALUE 'dispute';
ALTER TYPE "WorkQueue" ADD VALUE 'report';
ALTER TYPE "WorkQueue" ADD VALUE 'flag';

-- AlterTable
ALTER TABLE "RefundEvent" ADD COLUMN     "actorUserId" UUID;

-- CreateIndex
CREATE INDEX "RefundEvent_actorUserId_idx" ON "RefundEvent"("actorUserId");

-- AddForeignKey
ALTER TABLE "RefundEvent" ADD CONSTRAINT "RefundEvent_actorUserId_fkey" FOREIGN KEY ("actorUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whether somebody holds a role now; with a place, one that covers it.
CREATE FUNCTION holds_role(sitter uuid, wanted "Role", place uuid DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "UserRole" r JOIN "User" u ON u.id = r."userId"
    WHERE r."userId" = sitter AND r.role = wanted AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now()) AND u."disabledAt" IS NULL
      AND (place IS NULL OR EXISTS (SELECT 1 FROM "Region" g WHERE g.id = place AND r."regionId" = ANY (g."ancestorIds"))))
$$;

-- Two functions a queue, called by its name. <queue>_waits: locks the subject, says whether it waits; null when there is none within reach of who asks. <queue>_is_for: whether this user may take it up.
CREATE FUNCTION listing_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT l.state = 'submitted' INTO waits FROM "ListingRevision" l WHERE l.id = subject FOR SHARE;
  RETURN waits;
END $$;
CREATE FUNCTION listing_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT sits_over_listing(subject, sitter) $$;

CREATE FUNCTION refund_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT r.state = 'failed' OR (r.state = 'requested' AND r.route = 'bank') INTO waits FROM "Refund" r WHERE r.id = subject FOR SHARE;
  RETURN waits;
END $$;
CREATE FUNCTION refund_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT holds_role(sitter, 'finance') $$;

CREATE FUNCTION dispute_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT d.state = 'needs_response' INTO waits FROM "Dispute" d WHERE d.id = subject FOR SHARE;
  RETURN waits;
END $$;
CREATE FUNCTION dispute_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT holds_role(sitter, 'finance') $$;

CREATE FUNCTION report_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT r."closedAt" IS NULL INTO waits FROM "Report" r WHERE r.id = subject FOR SHARE;
  RETURN waits;
END $$;
CREATE FUNCTION report_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT holds_role(sitter, 'admin') OR EXISTS (SELECT 1 FROM "Report" r WHERE r.id = subject AND r."regionId" IS NOT NULL AND holds_role(sitter, 'coordinator', r."regionId"))
$$;

CREATE FUNCTION flag_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT f.decision IS NULL INTO waits FROM "OrderFlag" f WHERE f."sellerOrderId" = subject FOR SHARE;
  RETURN waits;
END $$;
-- never who stands on a side of the sale
CREATE FUNCTION flag_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "Seller" s ON s.id = so."sellerId" WHERE so.id = subject AND holds_role(sitter, 'coordinator', s."regionId"))
    AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = sitter AND sale_concerns(subject, u."personId"))
$$;

CREATE FUNCTION work_waits(queue "WorkQueue", subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  EXECUTE format('SELECT %I($1)', queue || '_waits') INTO waits USING subject;
  RETURN waits;
END $$;
CREATE FUNCTION work_is_for(queue "WorkQueue", subject uuid, sitter uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE sits boolean;
BEGIN
  EXECUTE format('SELECT %I($1, $2)', queue || '_is_for') INTO sits USING subject, sitter;
  RETURN sits;
END $$;

-- A claim stands on work that waits, is held by somebody who may do it, and is taken from nobody while it lasts: only its holder gives it on, only who gave it takes it back.
-- The subject is locked before its claim, here as in the decision: a decision and a claim at one moment come one after the other.
CREATE OR REPLACE FUNCTION work_is_claimed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF work_waits(NEW.queue, NEW."subjectId") IS NOT TRUE THEN
    RAISE EXCEPTION 'only a % that waits is taken up', NEW.queue USING ERRCODE = 'check_violation';
  END IF;
  IF work_is_for(NEW.queue, NEW."subjectId", NEW."userId") IS NOT TRUE THEN
    RAISE EXCEPTION 'a % is taken up by somebody of its desk, a coordinator of its region', NEW.queue USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."userId" <> OLD."userId" AND OLD."until" > app_now()
     AND NOT coalesce(OLD."userId" = NEW."givenById" OR OLD."givenById" IN (NEW."userId", NEW."givenById"), false) THEN
    RAISE EXCEPTION 'somebody else is on it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_held_work(the_queue text, subject uuid, who uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "WorkClaim" c WHERE c.queue::text = the_queue AND c."subjectId" = subject AND c."until" > app_now() AND c."userId" IS DISTINCT FROM who) THEN
    RAISE EXCEPTION 'somebody else is on it' USING ERRCODE = 'check_violation';
  END IF;
END $$;

-- A flag: nobody decides what another holds; with the decision the claim ends.
CREATE FUNCTION flag_decision_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_held_work('flag', NEW."sellerOrderId", NEW."decidedById");
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'flag' AND c."subjectId" = NEW."sellerOrderId";
  RETURN NEW;
END $$;
CREATE TRIGGER decision_ends_the_claim BEFORE UPDATE ON "OrderFlag" FOR EACH ROW WHEN (NEW.decision IS NOT NULL) EXECUTE FUNCTION flag_decision_ends_the_claim();

-- A report: nobody answers, holds back or closes what another is on; closing ends the claim.
CREATE FUNCTION report_is_the_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_held_work('report', NEW.id, coalesce(NEW."closedById", NEW."takenById"));
  IF NEW."closedAt" IS NOT NULL THEN
    DELETE FROM "WorkClaim" c WHERE c.queue::text = 'report' AND c."subjectId" = NEW.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_is_the_holders BEFORE UPDATE OF "takenById", "closedAt" ON "Report" FOR EACH ROW EXECUTE FUNCTION report_is_the_holders();

-- A refund: no hand but the holder's moves it (the provider may at any time); when it waits no longer the claim ends.
CREATE FUNCTION refund_step_is_the_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.cause = 'finance' THEN
    PERFORM refuse_held_work('refund', NEW."refundId", NEW."actorUserId");
  END IF;
  DELETE FROM "WorkClaim" c USING "Refund" r
  WHERE c.queue::text = 'refund' AND c."subjectId" = NEW."refundId" AND r.id = NEW."refundId" AND NOT (r.state = 'failed' OR (r.state = 'requested' AND r.route = 'bank'));
  RETURN NULL;
END $$;
CREATE TRIGGER refund_step_is_the_holders AFTER INSERT ON "RefundEvent" FOR EACH ROW EXECUTE FUNCTION refund_step_is_the_holders();

-- A dispute: nobody adds to the answer that another writes; when nothing is to be answered any more the claim ends.
CREATE FUNCTION dispute_answer_is_the_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_held_work('dispute', NEW."disputeId", NEW."addedById");
  RETURN NULL;
END $$;
CREATE TRIGGER dispute_answer_is_the_holders AFTER INSERT ON "DisputeEvidence" FOR EACH ROW EXECUTE FUNCTION dispute_answer_is_the_holders();
CREATE FUNCTION dispute_end_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'dispute' AND c."subjectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER dispute_end_ends_the_claim AFTER UPDATE ON "Dispute" FOR EACH ROW WHEN (OLD.state = 'needs_response' AND NEW.state <> 'needs_response') EXECUTE FUNCTION dispute_end_ends_the_claim();
