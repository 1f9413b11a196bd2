-- AlterTable
ALTER TABLE "CartLine" ADD COLUMN     "seenFen" BIGINT;

ALTER TABLE "CartLine" ADD CONSTRAINT "cart_line_seen" CHECK ("seenFen" >= 0);
