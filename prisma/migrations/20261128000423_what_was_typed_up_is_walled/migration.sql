-- A wall around what the desk typed up of a recording: whoever sees the listing as it is written sees it.

CREATE POLICY scope ON "Dictation" USING (EXISTS (SELECT 1 FROM "ListingRevision" r WHERE r.id = "revisionId"));

ALTER TABLE "Dictation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Dictation" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "Dictation" TO CURRENT_USER USING (true);
