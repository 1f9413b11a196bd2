-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "giftNote" TEXT,
ADD COLUMN     "hidePrices" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Order" ADD CONSTRAINT "Order_gift_note" CHECK (char_length("giftNote") BETWEEN 1 AND 200);
