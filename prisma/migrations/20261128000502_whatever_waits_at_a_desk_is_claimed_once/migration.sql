-- AlterEnum


ALTER TYPE "WorkQueue" ADD VALUE 'parcel';
ALTER TYPE "WorkQueue" ADD VALUE 'payout';
ALTER TYPE "WorkQueue" ADD VALUE 'proof';
ALTER TYPE "WorkQueue" ADD VALUE 'renewal';

-- A part that should have been sent before today. The maker sends it herself; who of the desk asks her is what is claimed.
CREATE FUNCTION parcel_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT so.status = 'to_ship' AND so."shipBy" < (app_now() AT TIME ZONE 'Asia/Shanghai')::date INTO waits FROM "SellerOrder" so WHERE so.id = subject FOR SHARE;
  RETURN waits;
END $$;
CREATE FUNCTION parcel_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "Seller" s ON s.id = so."sellerId" WHERE so.id = subject AND holds_role(sitter, 'coordinator', s."regionId"))
$$;

-- A payment that came back and that no later one of the same party has followed.
CREATE FUNCTION payout_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT l.state IN ('failed', 'returned') AND NOT EXISTS (SELECT 1 FROM "PayoutLine" later WHERE later."partyId" = l."partyId" AND later.id > l.id AND later.state <> 'cancelled')
  INTO waits FROM "PayoutLine" l WHERE l.id = subject FOR SHARE OF l;
  RETURN waits;
END $$;
CREATE FUNCTION payout_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT holds_role(sitter, 'finance') $$;

-- What a maker said or signed and nobody has decided about.
CREATE FUNCTION proof_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT p."decidedAt" IS NULL AND p."goneAt" IS NULL AND m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NULL INTO waits
  FROM "MandateProof" p JOIN "Mandate" m ON m.id = p."mandateId" WHERE p.id = subject FOR SHARE OF p;
  RETURN waits;
END $$;
-- never the two whom it is about, nor their households
CREATE FUNCTION proof_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "MandateProof" p JOIN "Mandate" m ON m.id = p."mandateId" JOIN "Seller" s ON s.id = m."sellerId"
    WHERE p.id = subject AND holds_role(sitter, 'coordinator', s."regionId") AND NOT is_close_to(m."agentPersonId", sitter)
      AND NOT EXISTS (SELECT 1 FROM "SellerPerson" sp WHERE sp."sellerId" = s.id AND sp.role IN ('owner', 'staff') AND is_close_to(sp."personId", sitter)))
$$;

-- A shop whose verification ends within thirty days, has ended, or was confirmed by its owner. The shop is the subject, because she may not have confirmed yet.
CREATE FUNCTION renewal_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE waits boolean;
BEGIN
  SELECT s.status IN ('active', 'paused') AND (s."verifiedUntil" < app_now() + interval '31 days'
    OR EXISTS (SELECT 1 FROM "SellerRenewal" r WHERE r."sellerId" = s.id AND r."checkedAt" IS NULL)) INTO waits FROM "Seller" s WHERE s.id = subject FOR SHARE OF s;
  RETURN waits;
END $$;
-- never its owner, nor one of her household
CREATE FUNCTION renewal_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "Seller" s WHERE s.id = subject AND holds_role(sitter, 'coordinator', s."regionId"))
    AND NOT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = subject AND p.role = 'owner' AND is_close_to(p."personId", sitter))
$$;

-- When it waits no longer the claim ends; nobody decides what another is on.
CREATE FUNCTION leaving_ends_the_parcels_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'parcel' AND c."subjectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER leaving_ends_the_claim AFTER UPDATE OF status ON "SellerOrder" FOR EACH ROW WHEN (OLD.status = 'to_ship' AND NEW.status <> 'to_ship') EXECUTE FUNCTION leaving_ends_the_parcels_claim();

CREATE FUNCTION next_try_ends_the_payouts_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "WorkClaim" c USING "PayoutLine" l WHERE c.queue::text = 'payout' AND c."subjectId" = l.id AND l."partyId" = NEW."partyId" AND l.id <> NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER next_try_ends_the_claim AFTER INSERT ON "PayoutLine" FOR EACH ROW EXECUTE FUNCTION next_try_ends_the_payouts_claim();

CREATE FUNCTION proof_decision_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."decidedAt" IS NOT NULL THEN
    PERFORM refuse_held_work('proof', NEW.id, NEW."decidedById");
  END IF;
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'proof' AND c."subjectId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER decision_ends_the_claim AFTER UPDATE ON "MandateProof" FOR EACH ROW
  WHEN (OLD."decidedAt" IS NULL AND OLD."goneAt" IS NULL AND (NEW."decidedAt" IS NOT NULL OR NEW."goneAt" IS NOT NULL)) EXECUTE FUNCTION proof_decision_ends_the_claim();

CREATE FUNCTION check_ends_the_renewals_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_held_work('renewal', NEW."sellerId", NEW."checkedById");
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'renewal' AND c."subjectId" = NEW."sellerId";
  RETURN NULL;
END $$;
CREATE TRIGGER check_ends_the_claim AFTER UPDATE ON "SellerRenewal" FOR EACH ROW WHEN (OLD."checkedAt" IS NULL AND NEW."checkedAt" IS NOT NULL) EXECUTE FUNCTION check_ends_the_renewals_claim();
