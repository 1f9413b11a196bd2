-- Walls around mandates and what was done under them. A mandate is seen by the two and the desk over the maker, and by the job that ends and tells it; the checkout reads who takes a cut. What was done is seen by the two
-- alone, by the job that tells them, and by the one that must not sweep what could still be taken back.

-- Whoever brings the secret of a session's cookie is shown whose it is and what she may work as, and nothing of anybody else. Every request asks so, before there is a scope.
CREATE FUNCTION standing_of(hash bytea) RETURNS TABLE (
  "ageSeconds" float8, "idleSeconds" float8, "isProved" boolean, "pointId" text, "hasFactor" boolean, "userId" uuid, "personId" uuid, role text, "regionId" uuid, "regionPath" text, "ownIds" text[], entrusted jsonb
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT extract(epoch FROM app_now() - s."createdAt")::float8, extract(epoch FROM app_now() - s."lastUsedAt")::float8, s."provedAt" IS NOT NULL, s."pointId"::text,
      has_second_factor(u.id), u.id, u."personId", r.role::text, r."regionId", g.path::text,
      ARRAY(SELECT sp."sellerId"::text FROM "SellerPerson" sp WHERE sp."personId" = u."personId" AND sp.role IN ('owner', 'staff')
              AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('sellerId', m."sellerId", 'scope', m.scope)), '[]') FROM "Mandate" m
         WHERE m."agentPersonId" = u."personId" AND m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
           AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date)
    FROM "Session" s JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    LEFT JOIN "UserRole" r ON r."userId" = u.id AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
    LEFT JOIN "Region" g ON g.id = r."regionId"
    LEFT JOIN "ServicePoint" p ON p.id = s."pointId"
    WHERE s."tokenHash" = hash AND p."revokedAt" IS NULL AND s."revokedAt" IS NULL AND s."expiresAt" > app_now()
    ORDER BY r."validFrom";
END $$;

-- What is judged when an act is written is judged whoever writes it.
ALTER FUNCTION act_under_mandate() SECURITY DEFINER SET search_path = public;
ALTER FUNCTION undo_in_time() SECURITY DEFINER SET search_path = public;

CREATE FUNCTION shop_in_scope(seller uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Seller" s WHERE s.id = seller AND region_in_scope(s."regionId")) $$;

CREATE POLICY scope ON "Mandate" USING (scope_job() IN ('mandate', 'checkout') OR "agentPersonId" = scope_person() OR seller_people_in_scope("sellerId") OR shop_in_scope("sellerId"))
  WITH CHECK (scope_job() = 'mandate' OR "agentPersonId" = scope_person() OR seller_people_in_scope("sellerId") OR shop_in_scope("sellerId"));
CREATE POLICY scope ON "Act" USING (scope_job() IN ('notice', 'sweep') OR user_in_scope("agentUserId") OR seller_people_in_scope("sellerId"))
  WITH CHECK (user_in_scope("agentUserId"));
CREATE POLICY scope ON "ActUndo" USING (EXISTS (SELECT 1 FROM "Act" a WHERE a.id = "actId")) WITH CHECK (user_in_scope("userId"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Mandate', 'Act', 'ActUndo'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
