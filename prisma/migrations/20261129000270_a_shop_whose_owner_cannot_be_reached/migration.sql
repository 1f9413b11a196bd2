-- A shop whose owner cannot give her word: she died, is too ill, or nobody reaches her.

-- CreateEnum
CREATE TYPE "AbsenceKind" AS ENUM ('death', 'illness', 'unreachable');

-- CreateTable
CREATE TABLE "HandoverAbsence" (
    "handoverId" UUID NOT NULL,
    "kind" "AbsenceKind" NOT NULL,
    "attachmentId" UUID NOT NULL,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "objectUntil" TIMESTAMPTZ(3),

    CONSTRAINT "HandoverAbsence_pkey" PRIMARY KEY ("handoverId")
);

-- CreateIndex
CREATE INDEX "HandoverAbsence_attachmentId_idx" ON "HandoverAbsence"("attachmentId");

-- CreateIndex
CREATE INDEX "HandoverAbsence_approvedById_idx" ON "HandoverAbsence"("approvedById");

-- AddForeignKey
ALTER TABLE "HandoverAbsence" ADD CONSTRAINT "HandoverAbsence_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "ShopHandover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverAbsence" ADD CONSTRAINT "HandoverAbsence_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverAbsence" ADD CONSTRAINT "HandoverAbsence_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- The county shows the paper as it proposes, somebody of the city approves it once, with days to object that end before the handover does.
ALTER TABLE "HandoverAbsence" ADD CONSTRAINT "HandoverAbsence_approved" CHECK (num_nulls("approvedById", "approvedAt", "objectUntil") IN (0, 3) AND "objectUntil" >= "approvedAt" + interval '7 days');

CREATE FUNCTION absence_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  below CONSTANT "RegionLevel"[] := ARRAY['county', 'town', 'village']::"RegionLevel"[];
  above CONSTANT "RegionLevel"[] := ARRAY['province', 'city']::"RegionLevel"[];
  h "ShopHandover";
  place uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was said of an owner stays' USING ERRCODE = 'check_violation';
  END IF;
  SELECT * INTO h FROM "ShopHandover" WHERE id = NEW."handoverId";
  SELECT s."regionId" INTO place FROM "Seller" s WHERE s.id = h."sellerId" FOR UPDATE;
  IF num_nonnulls(h."fromAgreedAt", h."doneAt", h."endedAt") > 0 THEN
    RAISE EXCEPTION 'handover % needs nobody to speak for its owner', h.id USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_open';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."approvedById" IS NOT NULL OR NOT sits_over(place, h."proposedById", below) THEN
      RAISE EXCEPTION 'the county says that an owner cannot be reached, and the city approves it' USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_county';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."approvedById" IS NOT NULL OR (NEW."handoverId", NEW.kind, NEW."attachmentId") IS DISTINCT FROM (OLD."handoverId", OLD.kind, OLD."attachmentId") THEN
    RAISE EXCEPTION 'what was said of the owner of handover % stays', h.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."approvedById" = h."proposedById" OR NOT sits_over(place, NEW."approvedById", above) THEN
    RAISE EXCEPTION 'the city approves what the county proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_city';
  END IF;
  IF is_close_to(h."fromPersonId", NEW."approvedById") OR is_close_to(h."toPersonId", NEW."approvedById") THEN
    RAISE EXCEPTION 'nobody hands over to her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'ShopHandover_not_her_own';
  END IF;
  IF NEW."objectUntil" > h."proposedAt" + interval '29 days' THEN
    RAISE EXCEPTION 'handover % would end before she could object', h.id USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_in_time';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absence_life BEFORE INSERT OR UPDATE OR DELETE ON "HandoverAbsence" FOR EACH ROW EXECUTE FUNCTION absence_life();

-- Whether somebody has used her account since: whoever does is there to be asked.
CREATE FUNCTION was_here_since(the_person uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Session" x JOIN "User" u ON u.id = x."userId" WHERE u."personId" = the_person AND greatest(x."createdAt", x."lastUsedAt") > since) $$;

CREATE FUNCTION is_without_her(the_handover uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "HandoverAbsence" WHERE "handoverId" = the_handover) $$;

-- A shop is handed over with both words, or without hers when the city approved it, the days are over, she was not here since, and what the shop was owed was set aside for her.
ALTER TABLE "ShopHandover" DROP CONSTRAINT "ShopHandover_done",
  ADD CONSTRAINT "ShopHandover_done" CHECK (("doneAt" IS NULL OR ("endedAt" IS NULL AND "toAgreedAt" IS NOT NULL)) AND ("doneAt" IS NOT NULL OR "fromAgreedAt" IS NULL OR "toAgreedAt" IS NULL));

CREATE FUNCTION handover_without_her_word() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  a "HandoverAbsence";
  purse uuid := (SELECT id FROM "Party" WHERE "sellerId" = NEW."sellerId");
  left_over numeric;
BEGIN
  SELECT * INTO a FROM "HandoverAbsence" WHERE "handoverId" = NEW.id FOR SHARE;
  IF a."handoverId" IS NOT NULL AND NEW."fromAgreedAt" IS DISTINCT FROM OLD."fromAgreedAt" THEN
    RAISE EXCEPTION 'who can agree to handover % can be asked in the ordinary way', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_no_word';
  END IF;
  IF NEW."doneAt" IS NULL OR NEW."fromAgreedAt" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  IF a."objectUntil" IS NULL OR a."objectUntil" > app_now() THEN
    RAISE EXCEPTION 'handover % waits for its owner', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_waits';
  END IF;
  IF was_here_since(NEW."fromPersonId", NEW."proposedAt") THEN
    RAISE EXCEPTION 'the owner of handover % is there to be asked', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_seen';
  END IF;
  SELECT -sum(e."amountMinor") INTO left_over FROM "LedgerEntry" e JOIN "LedgerAccount" l ON l.id = e."accountId"
    WHERE l."partyId" = purse AND l.kind IN ('payable', 'seller_debt') AND l.currency = 'CNY';
  IF left_over > 0 THEN
    RAISE EXCEPTION 'what shop % is owed stays with its owner', NEW."sellerId" USING ERRCODE = 'check_violation', CONSTRAINT = 'HandoverAbsence_money';
  END IF;
  RETURN NEW;
END $$;
-- after handover_life, by its name
CREATE TRIGGER handover_without_her_word BEFORE UPDATE ON "ShopHandover" FOR EACH ROW EXECUTE FUNCTION handover_without_her_word();

-- The walls: whoever sees the handover; the job does what both words would have done, and ends what she was there for.
CREATE POLICY scope ON "HandoverAbsence" USING (EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h.id = "handoverId"))
  WITH CHECK (EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h.id = "handoverId" AND shop_in_scope(h."sellerId")));
ALTER TABLE "HandoverAbsence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "HandoverAbsence" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "HandoverAbsence" TO CURRENT_USER USING (true);
ALTER POLICY scope ON "ShopHandover" WITH CHECK ("fromPersonId" = scope_person() OR "toPersonId" = scope_person() OR shop_in_scope("sellerId")
  OR (scope_job() = 'joining' AND "endedAt" IS NOT NULL AND "proposedAt" <= app_now() - interval '30 days')
  OR (scope_job() = 'joining' AND num_nonnulls("doneAt", "endedAt") > 0 AND is_without_her(id)));

-- A paper keeps its key while a handover shows it.
CREATE OR REPLACE FUNCTION keys_shown_only_in(places uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  files uuid[] := ARRAY(
    SELECT p."attachmentId" FROM "ApplicationPhoto" p WHERE p."applicationId" = ANY (places)
    UNION SELECT s."licencePhotoId" FROM "SellerApplication" s WHERE s.id = ANY (places) AND s."licencePhotoId" IS NOT NULL
    UNION SELECT p."attachmentId" FROM "MessagePhoto" p JOIN "Message" m ON m.id = p."messageId" WHERE m."conversationId" = ANY (places));
BEGIN
  PERFORM FROM "DataKey" k WHERE k.id IN (SELECT a."keyId" FROM "Attachment" a WHERE a.id = ANY (files)) ORDER BY k.id FOR UPDATE;
  RETURN QUERY SELECT a."keyId" FROM "Attachment" a
  WHERE a.id = ANY (files)
    AND NOT EXISTS (SELECT 1 FROM "ApplicationPhoto" p JOIN "SellerApplication" s ON s.id = p."applicationId" WHERE p."attachmentId" = a.id AND s.id <> ALL (places) AND s."realName" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "SellerApplication" s WHERE s."licencePhotoId" = a.id AND s.id <> ALL (places))
    AND NOT EXISTS (SELECT 1 FROM "MessagePhoto" p JOIN "Message" m ON m.id = p."messageId" JOIN "Conversation" c ON c.id = m."conversationId" JOIN "DataKey" k ON k.id = c."keyId"
      WHERE p."attachmentId" = a.id AND c.id <> ALL (places) AND k."destroyedAt" IS NULL)
    AND NOT EXISTS (SELECT 1 FROM "ReportEvidence" e WHERE e."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "DisputeEvidence" e WHERE e."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "TransferSlip" t WHERE t."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "Succession" c WHERE c."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "HandoverAbsence" b WHERE b."attachmentId" = a.id);
END $$;
