-- AlterTable
ALTER TABLE "Wish" ADD COLUMN     "hintEn" TEXT;

ALTER TABLE "Wish" ADD CONSTRAINT "Wish_hintEn" CHECK (char_length("hintEn") BETWEEN 1 AND 120);
