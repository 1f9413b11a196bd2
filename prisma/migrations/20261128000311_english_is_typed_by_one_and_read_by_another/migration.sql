-- CreateEnum
CREATE TYPE "TextKind" AS ENUM ('product', 'maker');

-- AlterTable
ALTER TABLE "ProductText" ADD COLUMN     "wordsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now();

-- CreateTable
CREATE TABLE "Translation" (
    "kind" "TextKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "sourceHash" CHAR(32) NOT NULL,
    "shownHash" CHAR(32),
    "words" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 0,
    "typedById" UUID,
    "typedAt" TIMESTAMPTZ(3),
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "claimedById" UUID,
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("kind","subjectId")
);

-- CreateIndex
CREATE INDEX "Translation_typedById_idx" ON "Translation"("typedById");

-- CreateIndex
CREATE INDEX "Translation_reviewedById_idx" ON "Translation"("reviewedById");

-- CreateIndex
CREATE INDEX "Translation_claimedById_idx" ON "Translation"("claimedById");

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_typedById_fkey" FOREIGN KEY ("typedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- words of before were written when they were read, or with their piece
UPDATE "ProductText" t SET "wordsAt" = coalesce(t."reviewedAt", p."createdAt") FROM "Product" p WHERE p.id = t."productId";

-- when the words were last written, whoever writes them: read in the same breath, they were written then
CREATE FUNCTION words_are_dated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."wordsAt" := coalesce(NEW."reviewedAt", (SELECT p."createdAt" FROM "Product" p WHERE p.id = NEW."productId"), app_now());
  ELSIF (NEW.title, NEW.story, NEW.materials, NEW.size, NEW.care) IS DISTINCT FROM (OLD.title, OLD.story, OLD.materials, OLD.size, OLD.care) THEN
    NEW."wordsAt" := CASE WHEN NEW."reviewedAt" IS DISTINCT FROM OLD."reviewedAt" THEN coalesce(NEW."reviewedAt", app_now()) ELSE app_now() END;
  ELSE
    NEW."wordsAt" := OLD."wordsAt";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_are_dated BEFORE INSERT OR UPDATE ON "ProductText" FOR EACH ROW EXECUTE FUNCTION words_are_dated();

ALTER TABLE "Translation" ADD CONSTRAINT "Translation_two_people" CHECK ("reviewedById" <> "typedById");
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_steps" CHECK (
  ("typedById" IS NULL) = ("typedAt" IS NULL) AND ("reviewedById" IS NULL) = ("reviewedAt" IS NULL) AND ("claimedById" IS NULL) = ("claimedUntil" IS NULL)
  AND ("reviewedAt" IS NULL OR "typedAt" IS NOT NULL) AND version >= 0);

-- Texts about which something is to be done: English that nobody has read, or that was read before the Chinese was written. Public words alone.
CREATE VIEW "TranslationWork" AS
SELECT w.*, md5(w.words::text) AS "sourceHash" FROM (
  SELECT 'product'::"TextKind" AS kind, p.id AS "subjectId", p.slug, zh.title, p."craftId", zh."wordsAt" AS since,
    CASE WHEN en."reviewedAt" IS NULL THEN 'missing' ELSE 'older' END AS state,
    jsonb_build_object('title', zh.title, 'story', zh.story, 'materials', zh.materials, 'size', coalesce(zh.size, ''), 'care', coalesce(zh.care, '')) AS words,
    CASE WHEN en.id IS NOT NULL THEN jsonb_build_object('title', en.title, 'story', en.story, 'materials', en.materials, 'size', coalesce(en.size, ''), 'care', coalesce(en.care, '')) END AS english
  FROM "Product" p JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
  LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en'
  WHERE p.status = 'on_sale' AND (en."reviewedAt" IS NULL OR en."reviewedAt" < zh."wordsAt")
  UNION ALL
  SELECT 'maker'::"TextKind", s.id, s.slug, s."nameZh", NULL::uuid, s."createdAt",
    CASE WHEN s."wordsEn" IS NULL THEN 'missing' ELSE 'older' END,
    jsonb_build_object('words', s."wordsZh"), CASE WHEN s."wordsEn" IS NOT NULL THEN jsonb_build_object('words', s."wordsEn") END
  FROM "Seller" s LEFT JOIN "Translation" t ON t.kind = 'maker' AND t."subjectId" = s.id
  WHERE s.status = 'active' AND s."wordsZh" IS NOT NULL
    AND (s."wordsEn" IS NULL OR t."shownHash" <> md5(jsonb_build_object('words', s."wordsZh")::text))
) w;

-- The same with what stands about it: typed up by these words, and who is on it.
CREATE VIEW "TranslationQueue" AS
SELECT w.kind, w."subjectId", w.slug, w.title, w."craftId", w.since, w.words, w.english, w."sourceHash",
  CASE WHEN t."typedAt" IS NOT NULL AND t."reviewedAt" IS NULL AND t."sourceHash" = w."sourceHash" THEN 'typed' ELSE w.state END AS state,
  CASE WHEN t."claimedUntil" > app_now() THEN t."claimedById" END AS "holderId"
FROM "TranslationWork" w LEFT JOIN "Translation" t ON t.kind = w.kind AND t."subjectId" = w."subjectId";
