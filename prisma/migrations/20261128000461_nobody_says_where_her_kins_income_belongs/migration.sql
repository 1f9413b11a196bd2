-- Nobody says, confirms or ends to which household her own income belongs, or that of somebody she lives with, and nobody brings a person into her own household: another coordinator does.

-- Whether a user belongs to this household today.
CREATE FUNCTION is_of_household(the_household uuid, the_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u JOIN "HouseholdMember" m ON m."personId" = u."personId"
    WHERE u.id = the_user AND m."householdId" = the_household AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

CREATE FUNCTION link_is_not_her_kins() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was_verified_by CONSTANT uuid := CASE TG_OP WHEN 'UPDATE' THEN OLD."verifiedById" END;
  was_ended_by CONSTANT uuid := CASE TG_OP WHEN 'UPDATE' THEN OLD."endedById" END;
BEGIN
  IF (NEW."verifiedById" IS DISTINCT FROM was_verified_by AND is_close_to(NEW."personId", NEW."verifiedById"))
     OR (NEW."endedById" IS DISTINCT FROM was_ended_by AND is_close_to(NEW."personId", NEW."endedById")) THEN
    RAISE EXCEPTION 'nobody says where her own household''s income belongs' USING ERRCODE = 'check_violation', CONSTRAINT = 'HouseholdLink_not_her_kins';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_her_kins BEFORE INSERT OR UPDATE ON "HouseholdLink" FOR EACH ROW EXECUTE FUNCTION link_is_not_her_kins();

CREATE FUNCTION membership_is_not_her_kins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."verifiedById" IS NOT NULL AND (TG_OP = 'INSERT' OR NEW."verifiedById" IS DISTINCT FROM OLD."verifiedById")
     AND (is_close_to(NEW."personId", NEW."verifiedById") OR is_of_household(NEW."householdId", NEW."verifiedById")) THEN
    RAISE EXCEPTION 'nobody says who belongs to her own household' USING ERRCODE = 'check_violation', CONSTRAINT = 'HouseholdMember_not_her_kins';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_her_kins BEFORE INSERT OR UPDATE ON "HouseholdMember" FOR EACH ROW EXECUTE FUNCTION membership_is_not_her_kins();

-- never she herself, nor somebody she lives with
CREATE OR REPLACE FUNCTION link_is_for(subject uuid, sitter uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "Person" p WHERE p.id = subject AND p."regionId" IS NOT NULL AND holds_role(sitter, 'coordinator', p."regionId"))
    AND NOT is_close_to(subject, sitter)
$$;
