-- Walls around what signs people in and what they agreed to. Codes, links, sessions and second factors are seen by the job that signs in, sessions and second factors also by her whose they
-- are; a consent by her, by the desk over her region and by the job that pays out.

CREATE FUNCTION user_in_scope(the_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u WHERE u.id = the_user AND u."personId" = scope_person()) $$;

-- Whoever brings the secret of a session's cookie is shown that session, and no other. Every request asks so: a transaction of its own would cost more than the question.
CREATE FUNCTION session_of(hash bytea) RETURNS SETOF "Session" LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.* FROM "Session" s WHERE s."tokenHash" = hash $$;
-- That it was used, noted at most once in so many seconds.
CREATE FUNCTION note_session_use(hash bytea, seconds int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE "Session" SET "lastUsedAt" = app_now() WHERE "tokenHash" = hash AND "lastUsedAt" < app_now() - make_interval(secs => seconds) $$;
CREATE FUNCTION has_second_factor(the_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f."userId" = the_user AND f."confirmedAt" IS NOT NULL) $$;

-- Whether an owner of a shop agrees today to something that its pages show: everybody may see the answer, and nobody the consent.
CREATE FUNCTION owner_consents(the_seller uuid, what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerPerson" sp JOIN "Consent" c ON c."personId" = sp."personId" AND c.purpose = what AND c."withdrawnAt" IS NULL
    WHERE sp."sellerId" = the_seller AND sp.role = 'owner' AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

-- Whether she agrees is asked by triggers and by the batch, whatever the scope of whoever asks.
ALTER FUNCTION party_consents(uuid, uuid, text) SECURITY DEFINER SET search_path = public;

CREATE POLICY scope ON "OneTimeCode" USING (scope_job() = 'sign_in');
CREATE POLICY scope ON "EmailLink" USING (scope_job() = 'sign_in');
CREATE POLICY scope ON "Session" USING (scope_job() = 'sign_in' OR user_in_scope("userId"));
CREATE POLICY scope ON "SecondFactor" USING (scope_job() = 'sign_in' OR user_in_scope("userId"));
CREATE POLICY scope ON "RecoveryCode" USING (EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f.id = "factorId"));
CREATE POLICY scope ON "UsedStep" USING (EXISTS (SELECT 1 FROM "SecondFactor" f WHERE f.id = "factorId"));
CREATE POLICY scope ON "Consent" USING (person_in_scope("personId") OR scope_job() = 'payout');
-- what somebody who applies agrees to is read by whoever reads her application
CREATE POLICY applied ON "Consent" FOR SELECT USING (EXISTS (SELECT 1 FROM "SellerApplication" a WHERE a."personId" = "Consent"."personId"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['OneTimeCode', 'EmailLink', 'Session', 'SecondFactor', 'RecoveryCode', 'UsedStep', 'Consent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
