-- AlterTable
ALTER TABLE "Media" ADD COLUMN     "thumbHash" TEXT;

ALTER TABLE "Media" ADD CONSTRAINT "Media_thumbHash" CHECK ("thumbHash" ~ '^[A-Za-z0-9+/]{0,60}={0,2}$');
-- the job asks for those that are left
CREATE INDEX "Media_without_thumbHash" ON "Media" (id) WHERE "thumbHash" IS NULL;
