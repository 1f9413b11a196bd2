-- AlterEnum


ALTER TYPE "WorkQueue" ADD VALUE 'link';

-- Whoever owns an active shop of her own and has no verified link of today: her sales count to no household yet. The person herself is the subject, because nobody may have entered a link.
CREATE FUNCTION link_waits(subject uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  today CONSTANT date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  PERFORM 1 FROM "Person" p WHERE p.id = subject FOR SHARE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN EXISTS (SELECT 1 FROM "SellerPerson" sp JOIN "Seller" s ON s.id = sp."sellerId"
      WHERE sp."personId" = subject AND sp.role = 'owner' AND daterange(sp."validFrom", sp."validTo") @> today AND s.kind = 'individual' AND s.status = 'active')
    AND NOT EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = subject AND l."verifiedAt" IS NOT NULL AND daterange(l."validFrom", l."validTo") @> today);
END $$;
-- never she herself
CREATE FUNCTION link_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "Person" p WHERE p.id = subject AND p."regionId" IS NOT NULL AND holds_role(sitter, 'coordinator', p."regionId"))
    AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u.id = sitter AND u."personId" = subject)
$$;

-- A link: nobody verifies or ends what another is on; with the verification the claim ends.
CREATE FUNCTION link_is_the_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."verifiedAt" IS NOT NULL AND (TG_OP = 'INSERT' OR OLD."verifiedAt" IS NULL) THEN
    PERFORM refuse_held_work('link', NEW."personId", NEW."verifiedById");
    DELETE FROM "WorkClaim" c WHERE c.queue::text = 'link' AND c."subjectId" = NEW."personId";
  ELSIF TG_OP = 'UPDATE' AND NEW."endedById" IS DISTINCT FROM OLD."endedById" THEN
    PERFORM refuse_held_work('link', NEW."personId", NEW."endedById");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER link_is_the_holders AFTER INSERT OR UPDATE ON "HouseholdLink" FOR EACH ROW EXECUTE FUNCTION link_is_the_holders();
