-- A wall around who may what: seen by her who holds the role, by the desk and the administration over its place, by the job that signs in and by the one that answers what was done. The job that signs in alone gives and ends a role of
-- somebody else's; who may do so is judged as before.

-- Questions that are asked whoever asks: whether somebody sits over a place, holds its administration, or has opened the shop of a new maker.
ALTER FUNCTION sits_over(uuid, uuid, "RegionLevel"[]) SECURITY DEFINER SET search_path = public;
ALTER FUNCTION sits_over_listing(uuid, uuid) SECURITY DEFINER SET search_path = public;
ALTER FUNCTION administers(uuid, uuid[]) SECURITY DEFINER SET search_path = public;
CREATE FUNCTION has_opened_shop(giver uuid, the_seller uuid, the_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerApplication" a JOIN "User" u ON u."personId" = a."personId"
    WHERE a.state = 'approved' AND a."decidedById" = giver AND a."sellerId" = the_seller AND u.id = the_user) $$;
-- Where somebody sits now in a role: what she does is written down there.
CREATE FUNCTION seat_of(the_user uuid, the_role text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "regionId" FROM "UserRole" WHERE "userId" = the_user AND role::text = the_role AND "regionId" IS NOT NULL
    AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now()) ORDER BY "validFrom" DESC LIMIT 1 $$;

CREATE OR REPLACE FUNCTION audit_region(subject_type text, subject_id text, actor uuid, actor_role text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE place uuid; subject uuid;
BEGIN
  IF subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
    subject := subject_id::uuid;
    place := CASE subject_type
      WHEN 'Household' THEN (SELECT "regionId" FROM "Household" WHERE id = subject)
      WHEN 'Person' THEN (SELECT "regionId" FROM "Person" WHERE id = subject)
      WHEN 'Seller' THEN (SELECT "regionId" FROM "Seller" WHERE id = subject)
      WHEN 'Product' THEN (SELECT s."regionId" FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p.id = subject)
      WHEN 'SellerOrder' THEN (SELECT s."regionId" FROM "SellerOrder" o JOIN "Seller" s ON s.id = o."sellerId" WHERE o.id = subject)
    END;
  END IF;
  RETURN coalesce(place, seat_of(actor, actor_role), (SELECT p."regionId" FROM "User" u JOIN "Person" p ON p.id = u."personId" WHERE u.id = actor));
END $$;

-- Stays with the rights of whoever writes: the owner alone gives a role in nobody's name.
CREATE OR REPLACE FUNCTION roles_are_given_by_those_above() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE giver uuid := CASE TG_OP WHEN 'INSERT' THEN NEW."grantedById" ELSE NEW."endedById" END;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."validTo" <= app_now() OR OLD."endedById" IS NOT NULL) THEN
    RAISE EXCEPTION 'a role that has ended stays ended' USING ERRCODE = 'check_violation';
  END IF;
  IF giver IS NULL AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.role = 'artisan' AND has_opened_shop(giver, NEW."sellerId", NEW."userId") THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(710011);
  IF giver IS NULL OR giver = NEW."userId" OR NOT administers(giver, NEW."regionId") THEN
    RAISE EXCEPTION 'a role is given and ended by an administrator whose region covers it, never by its holder' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE POLICY scope ON "UserRole" USING (scope_job() IN ('sign_in', 'audit') OR user_in_scope("userId") OR region_in_scope("regionId"))
  WITH CHECK (scope_job() = 'sign_in' OR user_in_scope("userId"));

ALTER TABLE "UserRole" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "UserRole" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "UserRole" TO CURRENT_USER USING (true);
