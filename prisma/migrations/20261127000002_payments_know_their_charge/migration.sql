-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "chargeRef" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Payment_chargeRef_key" ON "Payment"("chargeRef");
