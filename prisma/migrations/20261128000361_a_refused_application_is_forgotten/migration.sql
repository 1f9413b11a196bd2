-- An application goes from her to the county, from the county to the city, and is then over. What is looked at stands still; only whoever sits over its place, and is neither she nor of her
-- household, recommends, sends back, refuses or approves it. Of a refused one what names her goes.
CREATE OR REPLACE FUNCTION application_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  below CONSTANT "RegionLevel"[] := ARRAY['county', 'town', 'village']::"RegionLevel"[];
  above CONSTANT "RegionLevel"[] := ARRAY['province', 'city']::"RegionLevel"[];
  -- a refused one is emptied once, of everything that names her or tells of her household
  is_emptied boolean := OLD.state = 'refused' AND NEW.state = OLD.state
    AND num_nonnulls(NEW."realName", NEW."idCipher", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId", NEW."householdClaim", NEW."householdWords") = 0
    AND (NEW.kind, NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."declarationTextId", NEW."agreementTextId", NEW."consentsAskedAt")
      IS NOT DISTINCT FROM (OLD.kind, OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."declarationTextId", OLD."agreementTextId", OLD."consentsAskedAt");
  is_hers boolean := NEW.state IN ('draft', 'submitted');
  judge uuid := CASE NEW.state WHEN 'recommended' THEN NEW."recommendedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'an application begins with her' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."personId", NEW."createdAt", NEW."keyId") IS DISTINCT FROM (OLD.id, OLD."personId", OLD."createdAt", OLD."keyId")
     OR (OLD."sellerId" IS NOT NULL AND NEW."sellerId" IS DISTINCT FROM OLD."sellerId") THEN
    RAISE EXCEPTION 'application % is hers', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT is_emptied AND OLD.state NOT IN ('draft', 'returned') AND
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

-- The job that forgets empties refused ones.
ALTER POLICY scope ON "SellerApplication" WITH CHECK ("personId" = scope_person() OR (state <> 'draft' AND region_in_scope("regionId")) OR (scope_job() = 'joining' AND state = 'refused'));

-- The keys of an application's pictures that were handed in nowhere else.
CREATE FUNCTION keys_of_its_pictures(application uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a."keyId" FROM "Attachment" a
  WHERE (EXISTS (SELECT 1 FROM "ApplicationPhoto" p WHERE p."applicationId" = application AND p."attachmentId" = a.id)
      OR EXISTS (SELECT 1 FROM "SellerApplication" s WHERE s.id = application AND s."licencePhotoId" = a.id))
    AND NOT EXISTS (SELECT 1 FROM "ApplicationPhoto" p JOIN "SellerApplication" s ON s.id = p."applicationId" WHERE p."attachmentId" = a.id AND s.id <> application AND s."realName" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "SellerApplication" s WHERE s."licencePhotoId" = a.id AND s.id <> application)
    AND NOT EXISTS (SELECT 1 FROM "MessagePhoto" m WHERE m."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "ReportEvidence" e WHERE e."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "DisputeEvidence" e WHERE e."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "TransferSlip" t WHERE t."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "Succession" c WHERE c."attachmentId" = a.id) $$;
