-- AlterTable
ALTER TABLE "BaseProfile" ADD COLUMN     "sendsTogether" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SellerOrder" ADD COLUMN     "togetherId" UUID;

-- CreateIndex
CREATE INDEX "SellerOrder_togetherId_idx" ON "SellerOrder"("togetherId");

-- AddForeignKey
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_togetherId_fkey" FOREIGN KEY ("togetherId") REFERENCES "BaseProfile"("sellerId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Together go parcels inside the mainland alone: abroad each is weighed by itself.
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_together" CHECK ("togetherId" IS NULL OR "postageRuleId" IS NOT NULL);
