-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "visitorId" UUID,
    "words" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "addressHash" BYTEA NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "hiddenAt" TIMESTAMPTZ(3),
    "hiddenById" UUID,
    "hiddenReason" TEXT,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Question_productId_answeredAt_idx" ON "Question"("productId", "answeredAt" DESC);

-- CreateIndex
CREATE INDEX "Question_visitorId_askedAt_idx" ON "Question"("visitorId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "Question_addressHash_askedAt_idx" ON "Question"("addressHash", "askedAt");

-- CreateIndex
CREATE INDEX "Question_askedAt_id_idx" ON "Question"("askedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Question_answeredById_idx" ON "Question"("answeredById");

-- CreateIndex
CREATE INDEX "Question_hiddenById_idx" ON "Question"("hiddenById");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_visitorId_fkey" FOREIGN KEY ("visitorId") REFERENCES "Visitor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_hiddenById_fkey" FOREIGN KEY ("hiddenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Question"
  ADD CONSTRAINT "Question_words" CHECK (char_length(words) BETWEEN 2 AND 300 AND char_length(answer) BETWEEN 1 AND 500),
  ADD CONSTRAINT "Question_answered" CHECK (num_nonnulls(answer, "answeredAt", "answeredById") IN (0, 3)),
  ADD CONSTRAINT "Question_hidden" CHECK (num_nonnulls("hiddenAt", "hiddenById", "hiddenReason") IN (0, 3));
-- for her studio and its first page: what waits for an answer
CREATE INDEX "Question_waiting" ON "Question" ("productId", "askedAt") WHERE "answeredAt" IS NULL AND "hiddenAt" IS NULL;

-- An answer, and a question hidden, make the piece's page old; a question alone is on no page that is kept.
CREATE FUNCTION question_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pages', (SELECT '/products/' || slug FROM "Product" WHERE id = NEW."productId"));
  RETURN NULL;
END $$;
CREATE TRIGGER pages_change AFTER UPDATE ON "Question" FOR EACH ROW
  WHEN ((NEW.answer, NEW."hiddenAt") IS DISTINCT FROM (OLD.answer, OLD."hiddenAt")) EXECUTE FUNCTION question_changed();
