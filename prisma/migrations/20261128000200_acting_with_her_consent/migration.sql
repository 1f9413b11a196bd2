-- CreateEnum
CREATE TYPE "AgentKind" AS ENUM ('coordinator', 'broker', 'family');

-- CreateEnum
CREATE TYPE "PhoneNoticeKind" AS ENUM ('acts', 'undone');

-- AlterEnum
ALTER TYPE "CodePurpose" ADD VALUE 'mandate';

-- AlterTable
ALTER TABLE "Mandate" ADD COLUMN     "agentKind" "AgentKind" NOT NULL DEFAULT 'broker',
ADD COLUMN     "attachmentId" UUID,
ADD COLUMN     "consentMeans" "ConsentMeans",
ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now();

-- CreateTable
CREATE TABLE "Act" (
    "id" UUID NOT NULL,
    "mandateId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "agentUserId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "noticeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActUndo" (
    "actId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ActUndo_pkey" PRIMARY KEY ("actId")
);

-- CreateTable
CREATE TABLE "PhoneNotice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "kind" "PhoneNoticeKind" NOT NULL,
    "sendAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "PhoneNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Act_sellerId_at_idx" ON "Act"("sellerId", "at");

-- CreateIndex
CREATE INDEX "Act_mandateId_idx" ON "Act"("mandateId");

-- CreateIndex
CREATE INDEX "Act_agentUserId_at_idx" ON "Act"("agentUserId", "at");

-- CreateIndex
CREATE INDEX "Act_noticeId_idx" ON "Act"("noticeId");

-- CreateIndex
CREATE INDEX "ActUndo_userId_idx" ON "ActUndo"("userId");

-- CreateIndex
CREATE INDEX "ActUndo_noticeId_idx" ON "ActUndo"("noticeId");

-- CreateIndex
CREATE INDEX "PhoneNotice_personId_idx" ON "PhoneNotice"("personId");

-- CreateIndex
CREATE INDEX "PhoneNotice_sellerId_idx" ON "PhoneNotice"("sellerId");

-- CreateIndex
CREATE INDEX "Mandate_attachmentId_idx" ON "Mandate"("attachmentId");

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Act" ADD CONSTRAINT "Act_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Act" ADD CONSTRAINT "Act_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Act" ADD CONSTRAINT "Act_agentUserId_fkey" FOREIGN KEY ("agentUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Act" ADD CONSTRAINT "Act_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "PhoneNotice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActUndo" ADD CONSTRAINT "ActUndo_actId_fkey" FOREIGN KEY ("actId") REFERENCES "Act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActUndo" ADD CONSTRAINT "ActUndo_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActUndo" ADD CONSTRAINT "ActUndo_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "PhoneNotice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNotice" ADD CONSTRAINT "PhoneNotice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNotice" ADD CONSTRAINT "PhoneNotice_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "Mandate"
  -- never bank details, income or consents: only these three can be entrusted
  ADD CONSTRAINT "Mandate_scope" CHECK (scope <@ ARRAY['list', 'orders', 'messages'] AND cardinality(scope) BETWEEN 1 AND 3),
  -- a coordinator does it for her salary, a relative for nothing
  ADD CONSTRAINT "Mandate_cap_of_brokers" CHECK ("agentKind" = 'broker' OR "capBps" = 0),
  ADD CONSTRAINT "Mandate_means" CHECK ("consentMeans" IS NULL OR "signedByPrincipalAt" IS NOT NULL),
  ADD CONSTRAINT "Mandate_no_tick" CHECK ("consentMeans" <> 'tick'),
  ADD CONSTRAINT "Mandate_evidence" CHECK (("attachmentId" IS NOT NULL) = coalesce("consentMeans" IN ('voice', 'signature'), false)),
  ADD CONSTRAINT "Mandate_no_overlap" EXCLUDE USING gist ("sellerId" WITH =, "agentPersonId" WITH =, daterange("validFrom", "validTo") WITH &&) WHERE ("revokedAt" IS NULL);

-- Proposed, signed by both in any order, ended: nothing is taken back, no term changes, and what is over stays so. New ones last a year at most, and name how she consented.
CREATE FUNCTION mandate_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a mandate is revoked, not removed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."signedByPrincipalAt" IS NOT NULL AND NEW."consentMeans" IS NULL AND (TG_OP = 'INSERT' OR OLD."signedByPrincipalAt" IS NULL) THEN
    RAISE EXCEPTION 'mandate %: how did she consent?', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."validTo" IS NULL OR NEW."validTo" > NEW."validFrom" + interval '1 year' THEN
      RAISE EXCEPTION 'a mandate lasts a year at most' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p."personId" = NEW."agentPersonId" AND p.role = 'owner'
                 AND daterange(p."validFrom", p."validTo") && daterange(NEW."validFrom", NEW."validTo")) THEN
      RAISE EXCEPTION 'nobody acts for herself' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."revokedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'mandate % is over', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW."sellerId", NEW."agentPersonId", NEW."agentKind", NEW.scope, NEW."capBps", NEW."validFrom", NEW."validTo", NEW."createdAt")
     IS DISTINCT FROM (OLD.id, OLD."sellerId", OLD."agentPersonId", OLD."agentKind", OLD.scope, OLD."capBps", OLD."validFrom", OLD."validTo", OLD."createdAt") THEN
    RAISE EXCEPTION 'the terms of mandate % stand', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF (OLD."signedByPrincipalAt" IS NOT NULL AND (NEW."signedByPrincipalAt", NEW."consentMeans", NEW."attachmentId") IS DISTINCT FROM (OLD."signedByPrincipalAt", OLD."consentMeans", OLD."attachmentId"))
     OR (OLD."signedByAgentAt" IS NOT NULL AND NEW."signedByAgentAt" IS DISTINCT FROM OLD."signedByAgentAt") THEN
    RAISE EXCEPTION 'a signature on mandate % stands', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mandate_life BEFORE INSERT OR UPDATE OR DELETE ON "Mandate" FOR EACH ROW EXECUTE FUNCTION mandate_life();

-- An act belongs to the seller of its mandate and to a user who is its agent, while it is in force.
CREATE FUNCTION act_under_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Mandate" m JOIN "User" u ON u."personId" = m."agentPersonId"
    WHERE m.id = NEW."mandateId" AND m."sellerId" = NEW."sellerId" AND u.id = NEW."agentUserId" AND m."revokedAt" IS NULL
      AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
      AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
    FOR SHARE OF m;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no mandate in force for this act' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER act_under_mandate BEFORE INSERT ON "Act" FOR EACH ROW EXECUTE FUNCTION act_under_mandate();

-- She has 48 hours.
CREATE FUNCTION undo_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT at FROM "Act" WHERE id = NEW."actId") <= app_now() - interval '48 hours' THEN
    RAISE EXCEPTION 'act % stands', NEW."actId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER undo_in_time BEFORE INSERT ON "ActUndo" FOR EACH ROW EXECUTE FUNCTION undo_in_time();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Act', 'ActUndo'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', t);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', t);
  END LOOP;
END $$;

-- Deeds of ten minutes join in one message.
CREATE UNIQUE INDEX "PhoneNotice_waiting" ON "PhoneNotice" ("personId", "sellerId", kind) WHERE "sentAt" IS NULL;
CREATE INDEX "PhoneNotice_due" ON "PhoneNotice" ("sendAt") WHERE "sentAt" IS NULL;
