-- DropForeignKey
ALTER TABLE "Mandate" DROP CONSTRAINT "Mandate_attachmentId_fkey";

-- DropIndex
DROP INDEX "Mandate_attachmentId_idx";

-- AlterTable
ALTER TABLE "Mandate" DROP COLUMN "attachmentId";

-- CreateTable
CREATE TABLE "MandateProof" (
    "id" UUID NOT NULL,
    "mandateId" UUID NOT NULL,
    "means" "ConsentMeans" NOT NULL,
    "contentType" TEXT NOT NULL,
    "seconds" INTEGER,
    "keyId" UUID NOT NULL,
    "body" BYTEA,
    "handedInById" UUID NOT NULL,
    "handedInAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "openedById" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "refusal" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "goneAt" TIMESTAMPTZ(3),

    CONSTRAINT "MandateProof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MandateProof_mandateId_idx" ON "MandateProof"("mandateId");

-- CreateIndex
CREATE INDEX "MandateProof_keyId_idx" ON "MandateProof"("keyId");

-- CreateIndex
CREATE INDEX "MandateProof_handedInById_idx" ON "MandateProof"("handedInById");

-- CreateIndex
CREATE INDEX "MandateProof_openedById_idx" ON "MandateProof"("openedById");

-- CreateIndex
CREATE INDEX "MandateProof_decidedById_idx" ON "MandateProof"("decidedById");

-- AddForeignKey
ALTER TABLE "MandateProof" ADD CONSTRAINT "MandateProof_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateProof" ADD CONSTRAINT "MandateProof_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateProof" ADD CONSTRAINT "MandateProof_handedInById_fkey" FOREIGN KEY ("handedInById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateProof" ADD CONSTRAINT "MandateProof_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateProof" ADD CONSTRAINT "MandateProof_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- what a proof may be, whoever brings it
ALTER TABLE "MandateProof"
  ADD CONSTRAINT "MandateProof_means" CHECK (
    (means = 'voice' AND seconds BETWEEN 1 AND 60 AND "contentType" IN ('audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav'))
    OR (means = 'signature' AND seconds IS NULL AND "contentType" = 'image/jpeg')),
  ADD CONSTRAINT "MandateProof_body" CHECK (octet_length(body) BETWEEN 29 AND 6291456),
  ADD CONSTRAINT "MandateProof_gone" CHECK ((body IS NULL) = ("goneAt" IS NOT NULL)),
  ADD CONSTRAINT "MandateProof_opened" CHECK (("openedById" IS NULL) = ("openedAt" IS NULL)),
  ADD CONSTRAINT "MandateProof_decided" CHECK (("decidedById" IS NULL) = ("decidedAt" IS NULL) AND (refusal IS NULL OR "decidedAt" IS NOT NULL)),
  ADD CONSTRAINT "MandateProof_refused" CHECK (refusal IS NULL OR "goneAt" IS NOT NULL),
  ADD CONSTRAINT "MandateProof_told" CHECK ("toldAt" IS NULL OR ("decidedAt" IS NOT NULL AND refusal IS NULL));
-- it is as good as compressed
ALTER TABLE "MandateProof" ALTER COLUMN body SET STORAGE EXTERNAL;
-- one waits at a time; another takes its place
CREATE UNIQUE INDEX "MandateProof_one_waits" ON "MandateProof" ("mandateId") WHERE "decidedAt" IS NULL AND "goneAt" IS NULL;
CREATE INDEX "MandateProof_to_tell" ON "MandateProof" ("decidedAt") WHERE "decidedAt" IS NOT NULL AND refusal IS NULL AND "toldAt" IS NULL;

-- Brought by the agent or by the maker's own people to a mandate that she has not signed; what was brought stands until it is gone. A coordinator over her place decides, who has opened it, and is
-- neither the agent nor the maker nor of the household of either.
CREATE FUNCTION proof_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE m "Mandate";
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'that there was a proof stays' USING ERRCODE = 'check_violation';
  END IF;
  SELECT * INTO m FROM "Mandate" WHERE id = NEW."mandateId" FOR UPDATE;
  IF TG_OP = 'INSERT' THEN
    IF m."revokedAt" IS NOT NULL OR m."signedByPrincipalAt" IS NOT NULL THEN
      RAISE EXCEPTION 'mandate % is settled', m.id USING ERRCODE = 'check_violation';
    END IF;
    IF num_nonnulls(NEW."openedAt", NEW."decidedAt", NEW."goneAt") > 0 OR NOT EXISTS (
        SELECT 1 FROM "User" u WHERE u.id = NEW."handedInById" AND (u."personId" = m."agentPersonId" OR EXISTS (
          SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = m."sellerId" AND p."personId" = u."personId" AND p.role IN ('owner', 'staff')))) THEN
      RAISE EXCEPTION 'a proof is brought by the two alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."mandateId", NEW.means, NEW."contentType", NEW.seconds, NEW."keyId", NEW."handedInById", NEW."handedInAt")
       IS DISTINCT FROM (OLD.id, OLD."mandateId", OLD.means, OLD."contentType", OLD.seconds, OLD."keyId", OLD."handedInById", OLD."handedInAt")
     OR (NEW.body IS NOT NULL AND NEW.body IS DISTINCT FROM OLD.body)
     OR (OLD."goneAt" IS NOT NULL AND (NEW."goneAt", NEW."openedAt", NEW."decidedAt") IS DISTINCT FROM (OLD."goneAt", OLD."openedAt", OLD."decidedAt"))
     OR (OLD."decidedAt" IS NOT NULL AND (NEW."decidedById", NEW."decidedAt", NEW.refusal) IS DISTINCT FROM (OLD."decidedById", OLD."decidedAt", OLD.refusal))
     OR (OLD."toldAt" IS NOT NULL AND NEW."toldAt" IS DISTINCT FROM OLD."toldAt") THEN
    RAISE EXCEPTION 'proof % stays as it was brought', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."decidedAt" IS NULL AND NEW."decidedAt" IS NOT NULL THEN
    IF m."revokedAt" IS NOT NULL OR m."signedByPrincipalAt" IS NOT NULL THEN
      RAISE EXCEPTION 'mandate % is settled', m.id USING ERRCODE = 'check_violation';
    END IF;
    IF NOT sits_over((SELECT "regionId" FROM "Seller" WHERE id = m."sellerId"), NEW."decidedById", enum_range(NULL::"RegionLevel")) THEN
      RAISE EXCEPTION 'proof % is decided by those who sit over her place', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    IF is_close_to(m."agentPersonId", NEW."decidedById") OR EXISTS (
        SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = m."sellerId" AND p.role IN ('owner', 'staff') AND is_close_to(p."personId", NEW."decidedById")) THEN
      RAISE EXCEPTION 'nobody confirms her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'MandateProof_not_her_own';
    END IF;
    IF OLD."openedById" IS DISTINCT FROM NEW."decidedById" THEN
      RAISE EXCEPTION 'proof % was not opened by whoever decides it', OLD.id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proof_life BEFORE INSERT OR UPDATE OR DELETE ON "MandateProof" FOR EACH ROW EXECUTE FUNCTION proof_life();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "MandateProof" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Whether what she said or signed was confirmed.
CREATE FUNCTION mandate_is_proven(mandate uuid, by_means "ConsentMeans") RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "MandateProof" p WHERE p."mandateId" = mandate AND p.means = by_means AND p."decidedAt" IS NOT NULL AND p.refusal IS NULL) $$;

-- Proposed, signed by both in any order, ended: nothing is taken back, no term changes, and what is over stays so. New ones last a year at most, and name how she consented: a voice or a
-- signature counts once it was confirmed.
CREATE OR REPLACE FUNCTION mandate_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a mandate is revoked, not removed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."signedByPrincipalAt" IS NOT NULL AND (TG_OP = 'INSERT' OR OLD."signedByPrincipalAt" IS NULL) THEN
    IF NEW."consentMeans" IS NULL THEN
      RAISE EXCEPTION 'mandate %: how did she consent?', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."consentMeans" IN ('voice', 'signature') AND NOT mandate_is_proven(NEW.id, NEW."consentMeans") THEN
      RAISE EXCEPTION 'mandate %: what she said or signed was not confirmed', NEW.id USING ERRCODE = 'check_violation';
    END IF;
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
  IF (OLD."signedByPrincipalAt" IS NOT NULL AND (NEW."signedByPrincipalAt", NEW."consentMeans") IS DISTINCT FROM (OLD."signedByPrincipalAt", OLD."consentMeans"))
     OR (OLD."signedByAgentAt" IS NOT NULL AND NEW."signedByAgentAt" IS DISTINCT FROM OLD."signedByAgentAt") THEN
    RAISE EXCEPTION 'a signature on mandate % stands', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Behind the wall: the agent, the maker's people, the desk of her region, and the job that tells her and destroys what nobody may keep any longer.
CREATE FUNCTION mandate_in_scope(mandate uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Mandate" m JOIN "Seller" s ON s.id = m."sellerId" WHERE m.id = mandate AND (
    m."agentPersonId" = scope_person() OR seller_people_in_scope(s.id) OR region_in_scope(s."regionId"))) $$;
ALTER TABLE "MandateProof" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MandateProof" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "MandateProof" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "MandateProof" USING (mandate_in_scope("mandateId") OR scope_job() = 'mandate');
