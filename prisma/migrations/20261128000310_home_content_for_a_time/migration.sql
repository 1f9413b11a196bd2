-- CreateEnum
CREATE TYPE "HomeKind" AS ENUM ('maker', 'occasion', 'banner');

-- CreateTable
CREATE TABLE "HomeItem" (
    "id" UUID NOT NULL,
    "kind" "HomeKind" NOT NULL,
    "publishedNumber" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "HomeItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HomeVersion" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "shownFrom" TIMESTAMPTZ(3) NOT NULL,
    "shownTo" TIMESTAMPTZ(3) NOT NULL,
    "sellerId" UUID,
    "titleZh" TEXT,
    "titleEn" TEXT,
    "textZh" TEXT,
    "textEn" TEXT,
    "link" TEXT,
    "mediaId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "HomeVersion_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "HomeItem_id_publishedNumber_key" ON "HomeItem"("id", "publishedNumber");

-- CreateIndex
CREATE INDEX "HomeVersion_sellerId_idx" ON "HomeVersion"("sellerId");

-- CreateIndex
CREATE INDEX "HomeVersion_mediaId_idx" ON "HomeVersion"("mediaId");

-- CreateIndex
CREATE INDEX "HomeVersion_createdById_idx" ON "HomeVersion"("createdById");

-- AddForeignKey
ALTER TABLE "HomeItem" ADD CONSTRAINT "HomeItem_id_publishedNumber_fkey" FOREIGN KEY ("id", "publishedNumber") REFERENCES "HomeVersion"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomeVersion" ADD CONSTRAINT "HomeVersion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "HomeItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomeVersion" ADD CONSTRAINT "HomeVersion_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomeVersion" ADD CONSTRAINT "HomeVersion_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HomeVersion" ADD CONSTRAINT "HomeVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- either a maker, or words in both languages that lead somewhere in the shop; a banner's picture comes with its words
ALTER TABLE "HomeVersion" ADD CONSTRAINT "HomeVersion_span" CHECK ("shownFrom" < "shownTo" AND number > 0 AND position BETWEEN 0 AND 99);
ALTER TABLE "HomeVersion" ADD CONSTRAINT "HomeVersion_says" CHECK (
  CASE WHEN "sellerId" IS NOT NULL THEN num_nonnulls("titleZh", "titleEn", "textZh", "textEn", link, "mediaId") = 0
       ELSE num_nulls("titleZh", "titleEn", "textZh", "textEn", link) = 0 AND length("titleZh") > 0 AND length("titleEn") > 0 AND link ~ '^/([^/\\]|$)' END);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "HomeVersion" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "HomeVersion" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- versions count without gaps, and each is written by who it says
CREATE FUNCTION home_version_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE what "HomeKind";
BEGIN
  SELECT kind INTO what FROM "HomeItem" WHERE id = NEW."itemId" FOR UPDATE;
  IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM "HomeVersion" WHERE "itemId" = NEW."itemId") THEN
    RAISE EXCEPTION 'version % is not the next one', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  IF (what = 'maker') <> (NEW."sellerId" IS NOT NULL) OR (what = 'banner') <> (NEW."mediaId" IS NOT NULL) THEN
    RAISE EXCEPTION 'a % does not say that', what USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER home_version_is_next BEFORE INSERT ON "HomeVersion" FOR EACH ROW EXECUTE FUNCTION home_version_is_next();

CREATE TRIGGER pages_change AFTER UPDATE ON "HomeItem" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
