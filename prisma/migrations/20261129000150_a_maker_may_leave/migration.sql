-- A maker leaves: her shop closes with her account. What the law keeps of who she was lies apart for three years, then it goes.

-- Whether somebody's account was closed.
CREATE FUNCTION has_left(the_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "User" WHERE "personId" = the_person AND "closedAt" IS NOT NULL) $$;

-- An application goes from her to the county, from the county to the city, and is then over. What is looked at stands still; only whoever sits over its place, and is neither she nor of her
-- household, recommends, sends back, refuses or approves it. Of a refused one what names her goes, and of one whose maker has left.
CREATE OR REPLACE FUNCTION application_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  below CONSTANT "RegionLevel"[] := ARRAY['county', 'town', 'village']::"RegionLevel"[];
  above CONSTANT "RegionLevel"[] := ARRAY['province', 'city']::"RegionLevel"[];
  is_left boolean := OLD.state = 'approved' AND NEW.state = OLD.state AND has_left(OLD."personId");
  -- a refused one, and one of a maker who has left, is emptied once, of everything that names her or tells of her household
  is_emptied boolean := (OLD.state = 'refused' OR is_left) AND NEW.state = OLD.state
    AND num_nonnulls(NEW."realName", NEW."idCipher", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId", NEW."householdClaim", NEW."householdWords") = 0
    AND (NEW.kind, NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."declarationTextId", NEW."agreementTextId", NEW."consentsAskedAt")
      IS NOT DISTINCT FROM (OLD.kind, OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."declarationTextId", OLD."agreementTextId", OLD."consentsAskedAt");
  -- as she leaves, what the law keeps of her papers goes under a key of its own, and what she said of her household is gone
  is_set_apart boolean := is_left AND NEW."keyId" <> OLD."keyId" AND NEW."idCipher" IS NOT NULL AND num_nonnulls(NEW."householdClaim", NEW."householdWords") = 0
    AND (NEW.kind, NEW."realName", NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId",
      NEW."declarationTextId", NEW."agreementTextId", NEW."consentsAskedAt")
      IS NOT DISTINCT FROM (OLD.kind, OLD."realName", OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."shopName", OLD."licenceName", OLD."licenceCode", OLD."licenceUntil", OLD."licencePhotoId",
      OLD."declarationTextId", OLD."agreementTextId", OLD."consentsAskedAt");
  is_hers boolean := NEW.state IN ('draft', 'submitted');
  judge uuid := CASE NEW.state WHEN 'recommended' THEN NEW."recommendedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'an application begins with her' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."personId", NEW."createdAt") IS DISTINCT FROM (OLD.id, OLD."personId", OLD."createdAt") OR (NEW."keyId" <> OLD."keyId" AND NOT is_set_apart)
     OR (OLD."sellerId" IS NOT NULL AND NEW."sellerId" IS DISTINCT FROM OLD."sellerId") THEN
    RAISE EXCEPTION 'application % is hers', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT is_emptied AND NOT is_set_apart AND OLD.state NOT IN ('draft', 'returned') AND
     (NEW.kind, NEW."realName", NEW."idCipher", NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId",
      NEW."declarationTextId", NEW."householdClaim", NEW."householdWords", NEW."agreementTextId", NEW."consentsAskedAt") IS DISTINCT FROM
     (OLD.kind, OLD."realName", OLD."idCipher", OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."shopName", OLD."licenceName", OLD."licenceCode", OLD."licenceUntil", OLD."licencePhotoId",
      OLD."declarationTextId", OLD."householdClaim", OLD."householdWords", OLD."agreementTextId", OLD."consentsAskedAt") THEN
    RAISE EXCEPTION 'application % is being looked at', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF NOT (OLD.state, NEW.state) IN (('draft', 'submitted'), ('returned', 'submitted'), ('submitted', 'recommended'), ('submitted', 'returned'), ('submitted', 'refused'),
      ('recommended', 'approved'), ('recommended', 'returned'), ('recommended', 'refused')) THEN
    RAISE EXCEPTION 'application % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'submitted' AND (
      num_nulls(NEW.kind, NEW."realName", NEW."idCipher", NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."shopName", NEW."agreementTextId", NEW."consentsAskedAt", NEW."sellerId") > 0
      OR (SELECT level FROM "Region" WHERE id = NEW."regionId") <> 'village'
      OR (NEW.kind IN ('artisan', 'household') AND num_nulls(NEW."declarationTextId", NEW."householdClaim") > 0)
      OR (NEW.kind NOT IN ('artisan', 'household') AND num_nulls(NEW."licenceName", NEW."licenceCode", NEW."licencePhotoId") > 0)
      OR NOT EXISTS (SELECT 1 FROM "ApplicationPhoto" WHERE "applicationId" = NEW.id)) THEN
    RAISE EXCEPTION 'application % is not complete', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF is_hers THEN
    RETURN NEW;
  END IF;
  IF judge IS NULL OR NOT sits_over(NEW."regionId", judge, CASE NEW.state WHEN 'recommended' THEN below WHEN 'approved' THEN above ELSE below || above END) THEN
    RAISE EXCEPTION 'application % is judged by those who sit over its place', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF is_close_to(NEW."personId", judge) THEN
    RAISE EXCEPTION 'nobody judges her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'SellerApplication_not_her_own';
  END IF;
  IF NEW.state = 'approved' AND NEW."recommendedById" IS DISTINCT FROM OLD."recommendedById" THEN
    RAISE EXCEPTION 'application % was recommended by somebody else', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IN ('recommended', 'approved') AND NEW.kind IN ('artisan', 'household') AND NOT EXISTS (
      SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = NEW."personId" AND l."verifiedAt" IS NOT NULL
        AND daterange(l."validFrom", l."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
    RAISE EXCEPTION 'application %: her household is not verified', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The job that forgets empties refused ones, and those of makers who have left.
ALTER POLICY scope ON "SellerApplication" WITH CHECK ("personId" = scope_person() OR (state <> 'draft' AND region_in_scope("regionId"))
  OR (scope_job() = 'joining' AND (state = 'refused' OR (state = 'approved' AND has_left("personId")))));

-- Her role as a maker ends with her account; every other role is given and ended by an administrator whose own region covers it, never her own.
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
  IF TG_OP = 'UPDATE' AND NEW.role = 'artisan' AND (SELECT "closedAt" FROM "User" WHERE id = NEW."userId") IS NOT NULL THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(710011);
  IF giver IS NULL OR giver = NEW."userId" OR NOT administers(giver, NEW."regionId") THEN
    RAISE EXCEPTION 'a role is given and ended by an administrator whose region covers it, never by its holder' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Nothing is sold by a shop that has closed, nor in the moment in which it closes: the one waits for the other.
CREATE FUNCTION sold_by_a_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Seller" WHERE id = NEW."sellerId" AND status <> 'closed' FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'shop % is closed', NEW."sellerId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sold_by_a_shop BEFORE INSERT ON "SellerOrder" FOR EACH ROW EXECUTE FUNCTION sold_by_a_shop();
