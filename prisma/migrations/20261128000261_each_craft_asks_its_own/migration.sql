-- CreateEnum
CREATE TYPE "CraftFieldKind" AS ENUM ('words', 'number', 'choice', 'choices');

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "attributes" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "CraftField" (
    "id" UUID NOT NULL,
    "craftId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "CraftFieldKind" NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "hintZh" TEXT,
    "unitZh" TEXT,
    "unitEn" TEXT,
    "least" INTEGER,
    "most" INTEGER,
    "isRequired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CraftField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CraftFieldOption" (
    "fieldId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "CraftFieldOption_pkey" PRIMARY KEY ("fieldId","code")
);

-- CreateTable
CREATE TABLE "CraftPhrase" (
    "id" UUID NOT NULL,
    "craftId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "CraftPhrase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CraftField_code_key" ON "CraftField"("code");

-- CreateIndex
CREATE UNIQUE INDEX "CraftField_craftId_position_key" ON "CraftField"("craftId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "CraftPhrase_craftId_position_key" ON "CraftPhrase"("craftId", "position");

-- AddForeignKey
ALTER TABLE "CraftField" ADD CONSTRAINT "CraftField_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CraftFieldOption" ADD CONSTRAINT "CraftFieldOption_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "CraftField"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CraftPhrase" ADD CONSTRAINT "CraftPhrase_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Product" ADD CONSTRAINT "Product_attributes" CHECK (jsonb_typeof(attributes) = 'object');
ALTER TABLE "CraftField"
  ADD CONSTRAINT "CraftField_code" CHECK (code ~ '^[a-z0-9-]{2,40}$'),
  ADD CONSTRAINT "CraftField_range" CHECK (CASE kind WHEN 'number' THEN least IS NOT NULL AND most >= least AND "unitZh" IS NOT NULL AND "unitEn" IS NOT NULL
    WHEN 'words' THEN most > 0 ELSE least IS NULL AND most IS NULL END);
ALTER TABLE "CraftFieldOption" ADD CONSTRAINT "CraftFieldOption_code" CHECK (code ~ '^[a-z0-9-]{2,40}$');

-- the names of facts stand on pages that are kept
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "CraftField" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "CraftFieldOption" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
