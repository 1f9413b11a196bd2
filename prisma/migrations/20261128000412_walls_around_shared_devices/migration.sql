-- Walls around shared devices and whose tiles are on them. Both are seen by the job that signs in, a tile by her whose it is, a device by whoever opened it, by those with a tile on it and by the desk over the place.

-- Whoever brings the secret of a device's cookie is shown that device, and no other.
CREATE FUNCTION point_of(hash bytea) RETURNS SETOF "ServicePoint" LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.* FROM "ServicePoint" p WHERE p."tokenHash" = hash $$;

-- Whether a device is open and whose tiles it has is judged whoever comes.
ALTER FUNCTION point_is_open() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION session_at_point() SECURITY DEFINER SET search_path = public;

CREATE POLICY scope ON "PointMember" USING (scope_job() = 'sign_in' OR user_in_scope("userId"));
CREATE POLICY scope ON "ServicePoint" USING (scope_job() = 'sign_in' OR user_in_scope("openedById") OR region_in_scope("regionId") OR EXISTS (SELECT 1 FROM "PointMember" m WHERE m."pointId" = "ServicePoint".id))
  WITH CHECK (scope_job() = 'sign_in' OR user_in_scope("openedById"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ServicePoint', 'PointMember'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
