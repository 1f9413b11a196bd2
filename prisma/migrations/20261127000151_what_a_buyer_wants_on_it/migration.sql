-- AlterTable
ALTER TABLE "CartLine" DROP CONSTRAINT "CartLine_pkey",
ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "answersKey" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "CartLine_pkey" PRIMARY KEY ("cartId", "variantId", "answersKey");

-- AlterTable
ALTER TABLE "OrderLine" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "Wish" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "labelZh" TEXT NOT NULL,
    "labelEn" TEXT,
    "hintZh" TEXT,
    "maxLength" INTEGER NOT NULL,
    "isRequired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Wish_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Wish_productId_position_key" ON "Wish"("productId", "position");

-- AddForeignKey
ALTER TABLE "Wish" ADD CONSTRAINT "Wish_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- at most three questions a piece, each with words and a limit
ALTER TABLE "Wish"
  ADD CONSTRAINT "Wish_position" CHECK (position BETWEEN 0 AND 2),
  ADD CONSTRAINT "Wish_words" CHECK (char_length("labelZh") BETWEEN 1 AND 20 AND char_length("labelEn") BETWEEN 1 AND 60 AND char_length("hintZh") BETWEEN 1 AND 60),
  ADD CONSTRAINT "Wish_maxLength" CHECK ("maxLength" BETWEEN 1 AND 120);
ALTER TABLE "CartLine"
  ADD CONSTRAINT "CartLine_answers" CHECK (jsonb_typeof(answers) = 'array' AND jsonb_array_length(answers) <= 3 AND (answers = '[]') = ("answersKey" = ''));
-- what is made to a buyer's words has no return without a reason, and she agreed to that
ALTER TABLE "OrderLine"
  ADD CONSTRAINT "OrderLine_answers" CHECK (jsonb_typeof(answers) = 'array' AND jsonb_array_length(answers) <= 3 AND (answers = '[]' OR "agreedTextId" IS NOT NULL));
