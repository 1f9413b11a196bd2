-- CreateEnum
CREATE TYPE "MessageSide" AS ENUM ('buyer', 'seller');

-- CreateTable
CREATE TABLE "Conversation" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "productId" UUID,
    "sellerOrderId" UUID,
    "buyerPersonId" UUID,
    "keyId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "side" "MessageSide" NOT NULL,
    "byUserId" UUID,
    "phrase" TEXT,
    "words" BYTEA,
    "lang" TEXT,
    "token" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessagePhoto" (
    "messageId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "MessagePhoto_pkey" PRIMARY KEY ("messageId","attachmentId")
);

-- CreateTable
CREATE TABLE "ConversationBlock" (
    "sellerId" UUID NOT NULL,
    "buyerPersonId" UUID NOT NULL,
    "side" "MessageSide" NOT NULL,
    "byUserId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ConversationBlock_pkey" PRIMARY KEY ("sellerId","buyerPersonId","side")
);

-- CreateTable
CREATE TABLE "ConversationReport" (
    "conversationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "side" "MessageSide" NOT NULL,

    CONSTRAINT "ConversationReport_pkey" PRIMARY KEY ("conversationId","reportId")
);

-- CreateTable
CREATE TABLE "MessageNotice" (
    "messageId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "side" "MessageSide" NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "MessageNotice_pkey" PRIMARY KEY ("messageId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_sellerOrderId_key" ON "Conversation"("sellerOrderId");

-- CreateIndex
CREATE INDEX "Conversation_buyerPersonId_idx" ON "Conversation"("buyerPersonId");

-- CreateIndex
CREATE INDEX "Conversation_sellerId_idx" ON "Conversation"("sellerId");

-- CreateIndex
CREATE INDEX "Conversation_keyId_idx" ON "Conversation"("keyId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_productId_buyerPersonId_key" ON "Conversation"("productId", "buyerPersonId");

-- CreateIndex
CREATE INDEX "Message_conversationId_sentAt_idx" ON "Message"("conversationId", "sentAt");

-- CreateIndex
CREATE INDEX "Message_byUserId_sentAt_idx" ON "Message"("byUserId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_conversationId_token_key" ON "Message"("conversationId", "token");

-- CreateIndex
CREATE UNIQUE INDEX "MessagePhoto_messageId_position_key" ON "MessagePhoto"("messageId", "position");

-- CreateIndex
CREATE INDEX "MessagePhoto_attachmentId_idx" ON "MessagePhoto"("attachmentId");

-- CreateIndex
CREATE INDEX "ConversationBlock_buyerPersonId_idx" ON "ConversationBlock"("buyerPersonId");

-- CreateIndex
CREATE INDEX "ConversationBlock_byUserId_idx" ON "ConversationBlock"("byUserId");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationReport_reportId_key" ON "ConversationReport"("reportId");

-- CreateIndex
CREATE INDEX "MessageNotice_sellerId_side_sentAt_idx" ON "MessageNotice"("sellerId", "side", "sentAt");

-- CreateIndex
CREATE INDEX "MessageNotice_conversationId_side_sentAt_idx" ON "MessageNotice"("conversationId", "side", "sentAt");

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_buyerPersonId_fkey" FOREIGN KEY ("buyerPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessagePhoto" ADD CONSTRAINT "MessagePhoto_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessagePhoto" ADD CONSTRAINT "MessagePhoto_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationBlock" ADD CONSTRAINT "ConversationBlock_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationBlock" ADD CONSTRAINT "ConversationBlock_buyerPersonId_fkey" FOREIGN KEY ("buyerPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationBlock" ADD CONSTRAINT "ConversationBlock_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationReport" ADD CONSTRAINT "ConversationReport_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationReport" ADD CONSTRAINT "ConversationReport_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageNotice" ADD CONSTRAINT "MessageNotice_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageNotice" ADD CONSTRAINT "MessageNotice_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageNotice" ADD CONSTRAINT "MessageNotice_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_about_one" CHECK (num_nonnulls("productId", "sellerOrderId") = 1),
  -- about a piece only somebody who can come back to it asks
  ADD CONSTRAINT "Conversation_piece_has_buyer" CHECK ("productId" IS NULL OR "buyerPersonId" IS NOT NULL);
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_says_something" CHECK (num_nonnulls(phrase, words) >= 1),
  ADD CONSTRAINT "Message_phrase" CHECK (phrase ~ '^[a-zA-Z]{2,40}$'),
  ADD CONSTRAINT "Message_lang" CHECK ((words IS NULL) = (lang IS NULL) AND lang IN ('zh-CN', 'en')),
  ADD CONSTRAINT "Message_seller_is_known" CHECK (side = 'buyer' OR "byUserId" IS NOT NULL);
ALTER TABLE "MessagePhoto"
  ADD CONSTRAINT "MessagePhoto_at_most_four" CHECK (position BETWEEN 0 AND 3);

-- What was said stays; that it was read is noted once.
CREATE FUNCTION message_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."readAt" IS NOT NULL OR NEW."readAt" IS NULL
     OR (to_jsonb(NEW) - 'readAt') IS DISTINCT FROM (to_jsonb(OLD) - 'readAt') THEN
    RAISE EXCEPTION 'message % stays as it is', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER message_stays BEFORE UPDATE OR DELETE ON "Message" FOR EACH ROW EXECUTE FUNCTION message_stays();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Conversation', 'MessagePhoto', 'ConversationReport', 'MessageNotice'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Conversation', 'Message', 'MessagePhoto', 'ConversationReport', 'MessageNotice'] LOOP
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Conversation', 'Message', 'MessagePhoto', 'ConversationBlock', 'ConversationReport', 'MessageNotice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;

-- Who is behind a maker today: she herself, and who works with her. Acting for her does not open her letters.
CREATE FUNCTION seller_people_in_scope(seller uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerPerson" sp WHERE sp."sellerId" = seller AND sp."personId" = scope_person() AND sp.role IN ('owner', 'staff')
                   AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

-- Whoever reaches the report reaches what was handed in with it: the report's own wall decides.
CREATE POLICY scope ON "ConversationReport" USING (EXISTS (SELECT 1 FROM "Report" r WHERE r.id = "reportId"));
CREATE POLICY scope ON "Conversation" USING (
  "buyerPersonId" = scope_person() OR seller_people_in_scope("sellerId") OR ("sellerOrderId" IS NOT NULL AND scope_job() = 'order_access') OR scope_job() = 'message'
  OR EXISTS (SELECT 1 FROM "ConversationReport" x WHERE x."conversationId" = "Conversation".id))
  WITH CHECK ("buyerPersonId" = scope_person() OR seller_people_in_scope("sellerId") OR ("sellerOrderId" IS NOT NULL AND scope_job() = 'order_access'));
CREATE POLICY scope ON "Message" USING (EXISTS (SELECT 1 FROM "Conversation" c WHERE c.id = "conversationId"));
CREATE POLICY scope ON "MessagePhoto" USING (EXISTS (SELECT 1 FROM "Message" m WHERE m.id = "messageId"));
CREATE POLICY scope ON "ConversationBlock" USING ("buyerPersonId" = scope_person() OR seller_people_in_scope("sellerId"));
CREATE POLICY scope ON "MessageNotice" USING (scope_job() = 'message');
