-- Walls around what somebody looks at, asks, agrees to and can do, and around the papers and words of single cases. What a visitor keeps and asks is seen by the job that keeps it and by
-- her whose account it is; papers by the job that hands them out; what finance writes and reads of people by the job that pays out.

-- The maker's own people, the desk over her, and whoever acts for her today.
CREATE FUNCTION seller_in_scope(seller uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT seller_people_in_scope(seller) OR EXISTS (SELECT 1 FROM "Seller" s WHERE s.id = seller AND region_in_scope(s."regionId"))
    OR EXISTS (SELECT 1 FROM "Mandate" m WHERE m."sellerId" = seller AND m."agentPersonId" = scope_person() AND m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NOT NULL
      AND m."signedByAgentAt" IS NOT NULL AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;
CREATE FUNCTION visitor_in_scope(visitor uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Visitor" v WHERE v.id = visitor AND user_in_scope(v."userId")) $$;
-- she sits there today as a coordinator
CREATE FUNCTION desk_in_scope(region uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "UserRole" r JOIN "User" u ON u.id = r."userId" WHERE r."regionId" = region AND r.role = 'coordinator' AND u."personId" = scope_person()
    AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())) $$;

-- Of a piece's questions those that everybody may read: answered, and not hidden. Neither who asked nor whence.
CREATE FUNCTION questions_shown(product uuid) RETURNS TABLE (id uuid, words text, answer text, "answeredAt" timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT q.id, q.words, q.answer, q."answeredAt" FROM "Question" q WHERE q."productId" = product AND q."answeredAt" IS NOT NULL AND q."hiddenAt" IS NULL $$;
-- The notice that waits for a person about a seller, or a new one: whoever does something for a maker has her told, and reads no notice.
CREATE FUNCTION join_phone_notice(person uuid, seller uuid, what "PhoneNoticeKind", minutes int) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO "PhoneNotice" (id, "personId", "sellerId", kind, "sendAt") VALUES (gen_random_uuid(), person, seller, what, app_now() + make_interval(mins => minutes))
    ON CONFLICT ("personId", "sellerId", kind) WHERE "sentAt" IS NULL DO UPDATE SET "sendAt" = "PhoneNotice"."sendAt" RETURNING id $$;
-- A craft of somebody who stands behind a shop.
CREATE FUNCTION craft_of_shop(seller uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k."craftId" FROM "Skill" k JOIN "SellerPerson" sp ON sp."personId" = k."personId" WHERE sp."sellerId" = seller ORDER BY k.id LIMIT 1 $$;
ALTER FUNCTION verified_by_a_check() SECURITY DEFINER SET search_path = public;

CREATE POLICY scope ON "Visitor" USING (scope_job() IN ('visit', 'sweep') OR user_in_scope("userId"));
CREATE POLICY scope ON "Favourite" USING (scope_job() = 'visit' OR visitor_in_scope("visitorId"));
CREATE POLICY scope ON "Follow" USING (scope_job() = 'visit' OR visitor_in_scope("visitorId"));
CREATE POLICY scope ON "Question" USING (scope_job() = 'visit' OR visitor_in_scope("visitorId")
  OR EXISTS (SELECT 1 FROM "Product" p WHERE p.id = "productId" AND seller_in_scope(p."sellerId")));
CREATE POLICY scope ON "Agreement" USING (scope_job() = 'sign_in' OR user_in_scope("userId"));
CREATE POLICY scope ON "PhoneNotice" USING (scope_job() = 'notice');
CREATE POLICY scope ON "SellerRenewal" USING (scope_job() = 'joining' OR seller_in_scope("sellerId"));
CREATE POLICY scope ON "ReviewPhrase" USING (user_in_scope("userId") OR desk_in_scope("regionId"));
CREATE POLICY scope ON "Skill" USING (person_in_scope("personId"));
-- a craft is verified with the application of whoever has no place yet
CREATE POLICY applied ON "Skill" USING (EXISTS (SELECT 1 FROM "SellerApplication" a WHERE a."personId" = "Skill"."personId"));
CREATE POLICY scope ON "LineMaker" USING (scope_job() IN ('checkout', 'income') OR person_in_scope("personId")
  OR EXISTS (SELECT 1 FROM "IncomeAttribution" a WHERE a."lineMakerId" = "LineMaker".id));
CREATE POLICY scope ON "Attachment" USING (scope_job() IN ('files', 'payout'));
CREATE POLICY scope ON "DisputeEvidence" USING (scope_job() = 'payout');
CREATE POLICY scope ON "BankStatementLine" USING (scope_job() = 'payout');
CREATE POLICY scope ON "Succession" USING (scope_job() IN ('payout', 'sign_in'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Visitor', 'Favourite', 'Follow', 'Question', 'Agreement', 'PhoneNotice', 'SellerRenewal', 'ReviewPhrase', 'Skill', 'LineMaker', 'Attachment', 'DisputeEvidence',
    'BankStatementLine', 'Succession'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
