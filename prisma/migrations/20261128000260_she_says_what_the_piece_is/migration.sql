-- CreateTable
CREATE TABLE "VoiceNote" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,
    "contentType" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "keyId" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "approvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VoiceNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dictation" (
    "revisionId" UUID NOT NULL,
    "handedInAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "typedAt" TIMESTAMPTZ(3),
    "typedById" UUID,
    "titleZh" TEXT,
    "storyZh" TEXT,
    "materialsZh" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dictation_pkey" PRIMARY KEY ("revisionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "VoiceNote_productId_key" ON "VoiceNote"("productId");

-- CreateIndex
CREATE INDEX "VoiceNote_speakerId_idx" ON "VoiceNote"("speakerId");

-- CreateIndex
CREATE INDEX "VoiceNote_keyId_idx" ON "VoiceNote"("keyId");

-- CreateIndex
CREATE INDEX "VoiceNote_recordedById_idx" ON "VoiceNote"("recordedById");

-- CreateIndex
CREATE INDEX "Dictation_typedAt_handedInAt_idx" ON "Dictation"("typedAt", "handedInAt");

-- CreateIndex
CREATE INDEX "Dictation_typedById_idx" ON "Dictation"("typedById");

-- AddForeignKey
ALTER TABLE "VoiceNote" ADD CONSTRAINT "VoiceNote_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoiceNote" ADD CONSTRAINT "VoiceNote_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoiceNote" ADD CONSTRAINT "VoiceNote_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoiceNote" ADD CONSTRAINT "VoiceNote_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dictation" ADD CONSTRAINT "Dictation_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ListingRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dictation" ADD CONSTRAINT "Dictation_typedById_fkey" FOREIGN KEY ("typedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what a voice note may be, whoever brings it
ALTER TABLE "VoiceNote"
  ADD CONSTRAINT "VoiceNote_seconds_check" CHECK (seconds BETWEEN 1 AND 60),
  ADD CONSTRAINT "VoiceNote_body_check" CHECK (octet_length(body) BETWEEN 29 AND 3145800),
  ADD CONSTRAINT "VoiceNote_contentType_check" CHECK ("contentType" IN ('audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav'));
-- it is as good as compressed
ALTER TABLE "VoiceNote" ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE "Dictation"
  ADD CONSTRAINT "Dictation_typed_check" CHECK (("typedAt" IS NULL) = ("typedById" IS NULL) AND ("typedAt" IS NULL) = ("titleZh" IS NULL)
    AND ("typedAt" IS NULL) = ("storyZh" IS NULL) AND ("typedAt" IS NULL) = ("materialsZh" IS NULL)),
  ADD CONSTRAINT "Dictation_confirmed_check" CHECK ("typedAt" IS NOT NULL OR ("confirmedAt" IS NULL AND "toldAt" IS NULL));

-- What was approved is what buyers may hear. Another recording is another row, approved with the listing that it belongs to.
CREATE FUNCTION voice_comes_into_the_shop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "VoiceNote" SET "approvedAt" = app_now() WHERE "productId" = NEW."productId" AND "approvedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER voice_comes_into_the_shop AFTER UPDATE OF state ON "ListingRevision" FOR EACH ROW
  WHEN (NEW.state = 'approved' AND OLD.state <> 'approved') EXECUTE FUNCTION voice_comes_into_the_shop();

-- A recording is never changed but by its approval.
CREATE FUNCTION voice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."approvedAt" IS NOT NULL OR NEW."approvedAt" IS NULL OR (to_jsonb(NEW) - 'approvedAt') IS DISTINCT FROM (to_jsonb(OLD) - 'approvedAt') THEN
    RAISE EXCEPTION 'voice note % stays as it was recorded', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER voice_stays BEFORE UPDATE ON "VoiceNote" FOR EACH ROW EXECUTE FUNCTION voice_stays();

-- Who may hear it: everybody once it is approved, as long as she whose voice it is agrees and the piece has a page.
CREATE FUNCTION voice_is_heard(product uuid, speaker uuid, approved timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT approved IS NOT NULL
    AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = speaker AND c.purpose = 'public_voice' AND c."withdrawnAt" IS NULL)
    AND EXISTS (SELECT 1 FROM "Product" p WHERE p.id = product AND p.status IN ('on_sale', 'paused')) $$;
-- Behind the wall: the maker's people, whoever lists for her by a mandate, and the desk of her region.
CREATE FUNCTION voice_in_scope(product uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p.id = product AND (
    seller_people_in_scope(s.id) OR region_in_scope(s."regionId")
    OR EXISTS (SELECT 1 FROM "Mandate" m WHERE m."sellerId" = s.id AND m."agentPersonId" = scope_person() AND 'list' = ANY (m.scope)
      AND m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
      AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date))) $$;
-- Whether a piece has one: no more than that, for whoever writes its listing.
CREATE FUNCTION has_voice(product uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "VoiceNote" v WHERE v."productId" = product) $$;

ALTER TABLE "VoiceNote" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "VoiceNote" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "VoiceNote" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "VoiceNote" USING ("speakerId" = scope_person() OR voice_in_scope("productId"));
CREATE POLICY hear ON "VoiceNote" FOR SELECT USING (voice_is_heard("productId", "speakerId", "approvedAt"));

-- kept pages hear when one comes into the shop or goes; its maker's consent they hear of already
CREATE TRIGGER pages_change AFTER UPDATE OR DELETE ON "VoiceNote" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();

-- Nobody hears her before she has agreed to that alone. What the rule asks for it brings along: a newer version is a new row.
INSERT INTO "TextVersion" (id, kind, version, locale, title, body) VALUES
  (gen_random_uuid(), 'public_voice', 1, 'zh-CN', '让买的人听我说的话',
   E'谁听：打开您这一件页面的人。\n听什么：您为这一件录的话，最长一分钟。\n不同意也一样能卖，录音只给您的联络员听，好写成文字。\n怎么撤回：在这一页点「不让人听了」，一分钟之内就听不到了。录音删掉，就再也没有了。'),
  (gen_random_uuid(), 'public_voice', 1, 'en', 'Buyers may hear what I say',
   E'Who hears it: whoever opens the page of your piece.\nWhat: what you recorded about that piece, at most a minute.\nIf you do not agree, you sell just the same; only your coordinator hears it, to type it up.\nTo withdraw: press “Let nobody hear it” on this page. Within a minute nobody hears it. A recording that you delete is gone.');
