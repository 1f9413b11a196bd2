-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "depthMm" INTEGER,
ADD COLUMN     "heightMm" INTEGER,
ADD COLUMN     "widthMm" INTEGER;

ALTER TABLE "Product"
  ADD CONSTRAINT "Product_sides" CHECK ("widthMm" BETWEEN 1 AND 5000 AND "heightMm" BETWEEN 1 AND 5000 AND "depthMm" BETWEEN 1 AND 5000);
