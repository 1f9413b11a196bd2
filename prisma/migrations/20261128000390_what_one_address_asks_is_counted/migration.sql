-- CreateTable
CREATE TABLE "UsedShare" (
    "keyHash" BYTEA NOT NULL,
    "used" INTEGER NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsedShare_pkey" PRIMARY KEY ("keyHash")
);

-- CreateIndex
CREATE INDEX "UsedShare_endsAt_idx" ON "UsedShare"("endsAt");

ALTER TABLE "UsedShare" ADD CONSTRAINT "UsedShare_is_used" CHECK (used > 0);
