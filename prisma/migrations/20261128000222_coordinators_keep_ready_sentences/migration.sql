-- CreateTable
CREATE TABLE "ReviewPhrase" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "regionId" UUID,
    "words" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ReviewPhrase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReviewPhrase_userId_idx" ON "ReviewPhrase"("userId");

-- CreateIndex
CREATE INDEX "ReviewPhrase_regionId_idx" ON "ReviewPhrase"("regionId");

-- AddForeignKey
ALTER TABLE "ReviewPhrase" ADD CONSTRAINT "ReviewPhrase_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewPhrase" ADD CONSTRAINT "ReviewPhrase_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReviewPhrase" ADD CONSTRAINT "ReviewPhrase_words" CHECK (length("words") BETWEEN 2 AND 300);
