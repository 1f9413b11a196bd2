-- CreateEnum
CREATE TYPE "ProductionPhrase" AS ENUM ('begun', 'halfway', 'detail', 'finished', 'packed');

-- CreateTable
CREATE TABLE "ProductionPhoto" (
    "id" UUID NOT NULL,
    "sellerOrderId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,
    "phrase" "ProductionPhrase" NOT NULL,
    "words" TEXT,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProductionPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProductionPhoto_sellerOrderId_addedAt_idx" ON "ProductionPhoto"("sellerOrderId", "addedAt");

-- CreateIndex
CREATE INDEX "ProductionPhoto_mediaId_idx" ON "ProductionPhoto"("mediaId");

-- CreateIndex
CREATE INDEX "ProductionPhoto_addedById_idx" ON "ProductionPhoto"("addedById");

-- AddForeignKey
ALTER TABLE "ProductionPhoto" ADD CONSTRAINT "ProductionPhoto_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductionPhoto" ADD CONSTRAINT "ProductionPhoto_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductionPhoto" ADD CONSTRAINT "ProductionPhoto_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- words of hers are short, and a handful of pictures tells it
ALTER TABLE "ProductionPhoto" ADD CONSTRAINT "ProductionPhoto_words" CHECK (words IS NULL OR (btrim(words) <> '' AND char_length(words) <= 60));
CREATE UNIQUE INDEX "ProductionPhoto_once" ON "ProductionPhoto" ("sellerOrderId", "mediaId") WHERE "removedAt" IS NULL;

-- only her own pictures, only while the part is being made, at most twelve; the part is locked, so that sending it and adding to it take turns
CREATE FUNCTION production_photo_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part "SellerOrder";
BEGIN
  SELECT * INTO part FROM "SellerOrder" WHERE id = NEW."sellerOrderId" FOR NO KEY UPDATE;
  IF part.status <> 'to_ship' OR part."makingSince" IS NULL THEN
    RAISE EXCEPTION 'only a part that is being made is shown to its buyer' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Media" m WHERE m.id = NEW."mediaId" AND m."sellerId" = part."sellerId") THEN
    RAISE EXCEPTION 'a picture of the making is one of the maker''s' USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT count(*) FROM "ProductionPhoto" WHERE "sellerOrderId" = NEW."sellerOrderId" AND "removedAt" IS NULL) >= 12 THEN
    RAISE EXCEPTION 'a part has at most twelve pictures of its making' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER production_photo_fits BEFORE INSERT ON "ProductionPhoto" FOR EACH ROW EXECUTE FUNCTION production_photo_fits();

-- taken away once, never changed
CREATE FUNCTION production_photo_is_only_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."removedAt" IS NOT NULL OR NEW."removedAt" IS NULL
    OR (NEW.id, NEW."sellerOrderId", NEW."mediaId", NEW.phrase, NEW.words, NEW."addedById", NEW."addedAt")
      IS DISTINCT FROM (OLD.id, OLD."sellerOrderId", OLD."mediaId", OLD.phrase, OLD.words, OLD."addedById", OLD."addedAt") THEN
    RAISE EXCEPTION 'a picture of the making is taken away once and never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER production_photo_is_only_removed BEFORE UPDATE OR DELETE ON "ProductionPhoto" FOR EACH ROW EXECUTE FUNCTION production_photo_is_only_removed();
