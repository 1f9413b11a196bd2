-- CreateTable
CREATE TABLE "VoiceArrival" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "VoiceArrival_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VoiceArrival_productId_idx" ON "VoiceArrival"("productId");

-- AddForeignKey
ALTER TABLE "VoiceArrival" ADD CONSTRAINT "VoiceArrival_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "VoiceArrival" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "VoiceArrival" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Of a piece that is on sale, what buyers hear and what is to be approved next stand side by side: one of each.
DROP INDEX "VoiceNote_productId_key";
CREATE INDEX "VoiceNote_productId_idx" ON "VoiceNote"("productId");
CREATE UNIQUE INDEX "VoiceNote_in_shop" ON "VoiceNote" ("productId") WHERE "approvedAt" IS NOT NULL;
CREATE UNIQUE INDEX "VoiceNote_waits" ON "VoiceNote" ("productId") WHERE "approvedAt" IS NULL;

-- What was approved is what buyers may hear. Another recording is another row: with its approval it takes the place of the one before, which is destroyed with its key.
CREATE OR REPLACE FUNCTION voice_comes_into_the_shop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  former uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "VoiceNote" WHERE "productId" = NEW."productId" AND "approvedAt" IS NULL) THEN
    RETURN NULL;
  END IF;
  DELETE FROM "VoiceNote" WHERE "productId" = NEW."productId" AND "approvedAt" IS NOT NULL RETURNING "keyId" INTO former;
  UPDATE "DataKey" SET wrapped = NULL, "destroyedAt" = app_now() WHERE id = former;
  UPDATE "VoiceNote" SET "approvedAt" = app_now() WHERE "productId" = NEW."productId" AND "approvedAt" IS NULL;
  RETURN NULL;
END $$;
