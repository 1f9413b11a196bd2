-- DropIndex
DROP INDEX "CustomsEntry_craftId_key";

-- AlterTable
ALTER TABLE "BlockedGoods" ADD COLUMN     "createdById" UUID;

-- AlterTable
ALTER TABLE "CustomsEntry" ADD COLUMN     "createdById" UUID,
ADD COLUMN     "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "validTo" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "BlockedGoods_createdById_idx" ON "BlockedGoods"("createdById");

-- CreateIndex
CREATE INDEX "CustomsEntry_craftId_validFrom_idx" ON "CustomsEntry"("craftId", "validFrom");

-- CreateIndex
CREATE INDEX "CustomsEntry_createdById_idx" ON "CustomsEntry"("createdById");

-- AddForeignKey
ALTER TABLE "BlockedGoods" ADD CONSTRAINT "BlockedGoods_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomsEntry" ADD CONSTRAINT "CustomsEntry_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- goods are stopped, and words told, from a day to a day; the same twice at a time never, and what was said stays as it was said
ALTER TABLE "BlockedGoods" ADD CONSTRAINT "BlockedGoods_no_overlap" EXCLUDE USING gist (coalesce("countryCode", '') WITH =,
  coalesce("craftId"::text, "materialCode") WITH =, tstzrange("validFrom", "validTo") WITH &&);
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "BlockedGoods" FOR EACH ROW EXECUTE FUNCTION keep_the_past('countryCode', 'craftId', 'materialCode', 'reasonZh', 'reasonEn',
  'validFrom', 'createdById');
CREATE TRIGGER never_removed BEFORE DELETE ON "BlockedGoods" FOR EACH ROW EXECUTE FUNCTION never_removed();

ALTER TABLE "CustomsEntry" DROP CONSTRAINT "CustomsEntry_code",
  ADD CONSTRAINT "CustomsEntry_code" CHECK ("hsCode" ~ '^[0-9]{6,10}$' AND origin ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "CustomsEntry_range" CHECK ("validTo" >= "validFrom"),
  ADD CONSTRAINT "CustomsEntry_of_a_piece" CHECK ("productId" IS NULL OR "validTo" IS NULL),
  ADD CONSTRAINT "CustomsEntry_no_overlap" EXCLUDE USING gist ("craftId" WITH =, tstzrange("validFrom", "validTo") WITH &&) WHERE ("craftId" IS NOT NULL);
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "CustomsEntry" FOR EACH ROW WHEN (OLD."craftId" IS NOT NULL)
  EXECUTE FUNCTION keep_the_past('craftId', 'productId', 'hsCode', 'origin', 'descriptionZh', 'descriptionEn', 'validFrom', 'createdById');
CREATE TRIGGER never_removed BEFORE DELETE ON "CustomsEntry" FOR EACH ROW WHEN (OLD."craftId" IS NOT NULL) EXECUTE FUNCTION never_removed();
