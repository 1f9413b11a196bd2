-- Who typed, read or holds an English text, and why it went back, stand behind a wall: whoever works at a desk reads it, a region's or as an administrator. Every desk sees the whole queue: its
-- words are those of the shop.

-- An administrator of today.
CREATE FUNCTION administers_in_scope() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = scope_person() AND holds_role(u.id, 'admin')) $$;

ALTER TABLE "Translation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Translation" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "Translation" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "Translation" USING (scope_region() IS NOT NULL OR (SELECT administers_in_scope()));

-- they show what whoever asks may read, not what their owner may
ALTER VIEW "TranslationWork" SET (security_invoker = true);
ALTER VIEW "TranslationQueue" SET (security_invoker = true);
