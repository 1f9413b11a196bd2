-- AlterEnum
ALTER TYPE "CodePurpose" ADD VALUE 'service_point';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "pointId" UUID;

-- CreateTable
CREATE TABLE "ServicePoint" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "regionId" UUID NOT NULL,
    "baseId" UUID,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "revokedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServicePoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointMember" (
    "id" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "pinHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "PointMember_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ServicePoint_tokenHash_key" ON "ServicePoint"("tokenHash");

-- CreateIndex
CREATE INDEX "ServicePoint_regionId_idx" ON "ServicePoint"("regionId");

-- CreateIndex
CREATE INDEX "ServicePoint_baseId_idx" ON "ServicePoint"("baseId");

-- CreateIndex
CREATE INDEX "ServicePoint_openedById_idx" ON "ServicePoint"("openedById");

-- CreateIndex
CREATE INDEX "ServicePoint_revokedById_idx" ON "ServicePoint"("revokedById");

-- CreateIndex
CREATE INDEX "PointMember_userId_idx" ON "PointMember"("userId");

-- CreateIndex
CREATE INDEX "PointMember_sellerId_idx" ON "PointMember"("sellerId");

-- CreateIndex
CREATE UNIQUE INDEX "PointMember_pointId_userId_key" ON "PointMember"("pointId", "userId");

-- CreateIndex
CREATE INDEX "Session_pointId_idx" ON "Session"("pointId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "ServicePoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "BaseProfile"("sellerId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServicePoint" ADD CONSTRAINT "ServicePoint_revokedById_fkey" FOREIGN KEY ("revokedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointMember" ADD CONSTRAINT "PointMember_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "ServicePoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointMember" ADD CONSTRAINT "PointMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointMember" ADD CONSTRAINT "PointMember_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "ServicePoint"
  ADD CONSTRAINT "ServicePoint_name" CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 40),
  ADD CONSTRAINT "ServicePoint_revoked" CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL));
ALTER TABLE "PointMember"
  ADD CONSTRAINT "PointMember_tries" CHECK (tries BETWEEN 0 AND 5),
  ADD CONSTRAINT "PointMember_pin_is_hashed" CHECK ("pinHash" LIKE '$argon2id$%');
-- a PIN is less than a second factor: no staff role works in what it opens
ALTER TABLE "Session" ADD CONSTRAINT "Session_point_is_weak" CHECK ("pointId" IS NULL OR "provedAt" IS NULL);

-- A device is what it was opened as, until it is revoked, once and for good.
CREATE FUNCTION service_point_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a service point is revoked, not removed' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."revokedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'service point % is revoked', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW."tokenHash", NEW.name, NEW."regionId", NEW."baseId", NEW."openedById", NEW."openedAt")
     IS DISTINCT FROM (OLD.id, OLD."tokenHash", OLD.name, OLD."regionId", OLD."baseId", OLD."openedById", OLD."openedAt") THEN
    RAISE EXCEPTION 'service point % stands as it was opened', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER service_point_life BEFORE UPDATE OR DELETE ON "ServicePoint" FOR EACH ROW EXECUTE FUNCTION service_point_life();

-- Nobody comes to a revoked device. The row is held, so that revoking waits for whoever is coming in and ends her session too.
CREATE FUNCTION point_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "ServicePoint" WHERE id = NEW."pointId" AND "revokedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'service point % is revoked', NEW."pointId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER point_is_open BEFORE INSERT ON "PointMember" FOR EACH ROW EXECUTE FUNCTION point_is_open();

-- A session on a shared device is of somebody with a tile on it, and stays where it began.
CREATE FUNCTION session_at_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW."pointId" IS DISTINCT FROM OLD."pointId" THEN
      RAISE EXCEPTION 'a session stays on its device' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "PointMember" m JOIN "ServicePoint" p ON p.id = m."pointId"
    WHERE m."pointId" = NEW."pointId" AND m."userId" = NEW."userId" AND p."revokedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no tile of hers on service point %', NEW."pointId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_at_point BEFORE INSERT ON "Session" FOR EACH ROW WHEN (NEW."pointId" IS NOT NULL) EXECUTE FUNCTION session_at_point();
CREATE TRIGGER session_stays_at_point BEFORE UPDATE OF "pointId" ON "Session" FOR EACH ROW EXECUTE FUNCTION session_at_point();
