-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "bankRef" TEXT,
ADD COLUMN     "sentOn" DATE;

-- CreateIndex
CREATE UNIQUE INDEX "Refund_bankRef_key" ON "Refund"("bankRef");

-- only what went by bank has a booking there, and a booking has its day
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_by_bank" CHECK (("bankRef" IS NULL) = ("sentOn" IS NULL) AND ("bankRef" IS NULL OR ("bankRef" ~ '^[0-9A-Za-z-]{1,64}$' AND route = 'bank')));
