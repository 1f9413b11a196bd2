-- AlterTable
ALTER TABLE "CardNotice" DROP CONSTRAINT "CardNotice_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "personId" UUID,
ADD CONSTRAINT "CardNotice_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE INDEX "CardNotice_bankAccountId_idx" ON "CardNotice"("bankAccountId");

-- CreateIndex
CREATE INDEX "CardNotice_personId_idx" ON "CardNotice"("personId");

-- AddForeignKey
ALTER TABLE "CardNotice" ADD CONSTRAINT "CardNotice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CardNotice" ALTER COLUMN "id" DROP DEFAULT;
-- each of them once, and the desk, which is nobody, once
CREATE UNIQUE INDEX "CardNotice_owner_once" ON "CardNotice" ("bankAccountId", about, "personId") WHERE "personId" IS NOT NULL;
CREATE UNIQUE INDEX "CardNotice_desk_once" ON "CardNotice" ("bankAccountId", about) WHERE "personId" IS NULL;
