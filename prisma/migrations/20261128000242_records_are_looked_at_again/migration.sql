-- CreateEnum
CREATE TYPE "CorrectionField" AS ENUM ('name', 'place', 'birth_year', 'id_number', 'shop', 'other');

-- AlterTable
ALTER TABLE "Seller" ADD COLUMN     "verifiedUntil" TIMESTAMPTZ(3) NOT NULL DEFAULT (app_now() + '180 days'::interval);

-- CreateTable
CREATE TABLE "SellerRenewal" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "confirmedById" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "checkedById" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "SellerRenewal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "field" "CorrectionField" NOT NULL,
    "words" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "isCorrected" BOOLEAN,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "CorrectionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SellerRenewal_sellerId_idx" ON "SellerRenewal"("sellerId");

-- CreateIndex
CREATE INDEX "SellerRenewal_confirmedById_idx" ON "SellerRenewal"("confirmedById");

-- CreateIndex
CREATE INDEX "SellerRenewal_checkedById_idx" ON "SellerRenewal"("checkedById");

-- CreateIndex
CREATE INDEX "CorrectionRequest_personId_askedAt_idx" ON "CorrectionRequest"("personId", "askedAt");

-- CreateIndex
CREATE INDEX "CorrectionRequest_answeredById_idx" ON "CorrectionRequest"("answeredById");

-- CreateIndex
CREATE INDEX "CorrectionRequest_answeredAt_askedAt_idx" ON "CorrectionRequest"("answeredAt", "askedAt");

-- CreateIndex
CREATE INDEX "Seller_verifiedUntil_idx" ON "Seller"("verifiedUntil");

-- AddForeignKey
ALTER TABLE "SellerRenewal" ADD CONSTRAINT "SellerRenewal_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerRenewal" ADD CONSTRAINT "SellerRenewal_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerRenewal" ADD CONSTRAINT "SellerRenewal_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "SellerRenewal" ADD CONSTRAINT "SellerRenewal_checked" CHECK (num_nonnulls("checkedById", "checkedAt", "until") IN (0, 3) AND "checkedById" <> "confirmedById");
CREATE UNIQUE INDEX "SellerRenewal_one_open" ON "SellerRenewal" ("sellerId") WHERE "checkedAt" IS NULL;
ALTER TABLE "CorrectionRequest"
  ADD CONSTRAINT "CorrectionRequest_answered" CHECK (num_nonnulls("isCorrected", answer, "answeredById", "answeredAt") IN (0, 4)),
  ADD CONSTRAINT "CorrectionRequest_words" CHECK (btrim(words) <> '' AND btrim(answer) <> '');

-- A renewal is checked once, by a coordinator who sits over the shop and is neither its owner nor of her household.
CREATE FUNCTION renewal_is_checked_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD."checkedAt" IS NOT NULL
      OR (NEW.id, NEW."sellerId", NEW."confirmedById", NEW."confirmedAt") IS DISTINCT FROM (OLD.id, OLD."sellerId", OLD."confirmedById", OLD."confirmedAt"))) THEN
    RAISE EXCEPTION 'renewal % stays as it is', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."checkedById" IS NULL THEN
    RETURN NEW;
  END IF;
  IF NOT sits_over((SELECT s."regionId" FROM "Seller" s WHERE s.id = NEW."sellerId"), NEW."checkedById", enum_range(NULL::"RegionLevel")) THEN
    RAISE EXCEPTION 'renewal % is checked by those who sit over its shop', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p.role = 'owner' AND is_close_to(p."personId", NEW."checkedById")) THEN
    RAISE EXCEPTION 'nobody checks her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'SellerRenewal_not_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER renewal_is_checked_once BEFORE INSERT OR UPDATE OR DELETE ON "SellerRenewal" FOR EACH ROW EXECUTE FUNCTION renewal_is_checked_once();

-- A shop is good for longer only by its approval or by a renewal that was checked.
CREATE FUNCTION verified_by_a_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "SellerRenewal" r WHERE r."sellerId" = NEW.id AND r."checkedAt" IS NOT NULL AND r.until = NEW."verifiedUntil") THEN
    RAISE EXCEPTION 'shop %: nobody has looked at it again', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verified_by_a_check BEFORE UPDATE OF "verifiedUntil" ON "Seller" FOR EACH ROW WHEN (NEW."verifiedUntil" > OLD."verifiedUntil" AND OLD.status <> 'applying')
  EXECUTE FUNCTION verified_by_a_check();

-- From a shop whose time is over nothing new is handed in; what is on sale stays on sale, and a change of it too.
CREATE FUNCTION listed_while_verified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p.id = NEW."productId" AND p."publishedAt" IS NULL AND s."verifiedUntil" <= app_now()) THEN
    RAISE EXCEPTION 'product %: its shop has to be looked at again first', NEW."productId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER listed_while_verified BEFORE UPDATE OF state ON "ListingRevision" FOR EACH ROW WHEN (NEW.state = 'submitted' AND OLD.state <> 'submitted')
  EXECUTE FUNCTION listed_while_verified();

-- A request for correction is answered once, never by herself, and stays.
CREATE FUNCTION correction_is_answered_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."answeredAt" IS NOT NULL
     OR (NEW.id, NEW."personId", NEW.field, NEW.words, NEW."askedAt") IS DISTINCT FROM (OLD.id, OLD."personId", OLD.field, OLD.words, OLD."askedAt") THEN
    RAISE EXCEPTION 'request % stays as it is', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."answeredById" IS NOT NULL AND EXISTS (SELECT 1 FROM "User" u WHERE u.id = NEW."answeredById" AND u."personId" = NEW."personId") THEN
    RAISE EXCEPTION 'nobody answers herself' USING ERRCODE = 'check_violation', CONSTRAINT = 'CorrectionRequest_not_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_is_answered_once BEFORE UPDATE OR DELETE ON "CorrectionRequest" FOR EACH ROW EXECUTE FUNCTION correction_is_answered_once();

ALTER TABLE "CorrectionRequest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CorrectionRequest" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "CorrectionRequest" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "CorrectionRequest" USING (person_in_scope("personId"));
