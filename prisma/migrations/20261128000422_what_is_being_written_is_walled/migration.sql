-- Walls around listings as they are written and judged, with each step of them: seen by the seller's people, by whoever lists for her today, by the desk over her region, and by the jobs that read a title
-- or sweep. What stands in the shop lies elsewhere.

-- What waits, and who sits over it, triggers judge whatever the scope of whoever claims it.
ALTER FUNCTION sits_over_listing(uuid, uuid) SECURITY DEFINER SET search_path = public;
ALTER FUNCTION listing_waits(uuid) SECURITY DEFINER SET search_path = public;
ALTER FUNCTION dictation_waits(uuid) SECURITY DEFINER SET search_path = public;

-- A piece as those see it who write about it or judge it: voice_in_scope asks the same of what was said.
CREATE POLICY scope ON "ListingRevision" USING (scope_job() IN ('listing', 'sweep') OR voice_in_scope("productId"));
CREATE POLICY scope ON "ListingEvent" USING (EXISTS (SELECT 1 FROM "ListingRevision" r WHERE r.id = "revisionId"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ListingRevision', 'ListingEvent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
