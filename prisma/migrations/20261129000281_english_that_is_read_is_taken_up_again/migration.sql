-- English that was read and is shown may be wrong all the same: somebody says what, it is typed and read anew, and visitors read what they read until then.
ALTER TABLE "Translation" ADD COLUMN "reopenedAt" TIMESTAMPTZ(3);

-- Texts about which something is to be done: English that nobody has read, that was read before the Chinese was written, or that was taken up again.
CREATE OR REPLACE VIEW "TranslationWork" WITH (security_invoker = true) AS
SELECT w.*, md5(w.words::text) AS "sourceHash" FROM (
  SELECT 'product'::"TextKind" AS kind, p.id AS "subjectId", p.slug, zh.title, p."craftId", coalesce(t."reopenedAt", zh."wordsAt") AS since,
    CASE WHEN en."reviewedAt" IS NULL THEN 'missing' ELSE 'older' END AS state,
    jsonb_build_object('title', zh.title, 'story', zh.story, 'materials', zh.materials, 'size', coalesce(zh.size, ''), 'care', coalesce(zh.care, '')) AS words,
    CASE WHEN en.id IS NOT NULL THEN jsonb_build_object('title', en.title, 'story', en.story, 'materials', en.materials, 'size', coalesce(en.size, ''), 'care', coalesce(en.care, '')) END AS english
  FROM "Product" p JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
  LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en'
  LEFT JOIN "Translation" t ON t.kind = 'product' AND t."subjectId" = p.id
  WHERE p.status = 'on_sale' AND (en."reviewedAt" IS NULL OR en."reviewedAt" < zh."wordsAt" OR t."reopenedAt" IS NOT NULL)
  UNION ALL
  SELECT 'maker'::"TextKind", s.id, s.slug, s."nameZh", NULL::uuid, coalesce(t."reopenedAt", s."createdAt"),
    CASE WHEN s."wordsEn" IS NULL THEN 'missing' ELSE 'older' END,
    jsonb_build_object('words', s."wordsZh"), CASE WHEN s."wordsEn" IS NOT NULL THEN jsonb_build_object('words', s."wordsEn") END
  FROM "Seller" s LEFT JOIN "Translation" t ON t.kind = 'maker' AND t."subjectId" = s.id
  WHERE s.status = 'active' AND s."wordsZh" IS NOT NULL
    AND (s."wordsEn" IS NULL OR t."shownHash" <> md5(jsonb_build_object('words', s."wordsZh")::text) OR t."reopenedAt" IS NOT NULL)
) w;

-- The others: their English is shown, and nothing is to be done about it.
CREATE VIEW "TranslationShown" WITH (security_invoker = true) AS
SELECT 'product'::"TextKind" AS kind, p.id AS "subjectId", p.slug, zh.title, en.title AS "titleEn", en."reviewedAt" AS "readAt",
  jsonb_build_object('title', zh.title, 'story', zh.story, 'materials', zh.materials, 'size', coalesce(zh.size, ''), 'care', coalesce(zh.care, '')) AS words,
  jsonb_build_object('title', en.title, 'story', en.story, 'materials', en.materials, 'size', coalesce(en.size, ''), 'care', coalesce(en.care, '')) AS english
FROM "Product" p JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" >= zh."wordsAt"
LEFT JOIN "Translation" t ON t.kind = 'product' AND t."subjectId" = p.id
WHERE p.status = 'on_sale' AND t."reopenedAt" IS NULL
UNION ALL
SELECT 'maker'::"TextKind", s.id, s.slug, s."nameZh", s."nameEn", t."reviewedAt", jsonb_build_object('words', s."wordsZh"), jsonb_build_object('words', s."wordsEn")
FROM "Seller" s LEFT JOIN "Translation" t ON t.kind = 'maker' AND t."subjectId" = s.id
WHERE s.status = 'active' AND num_nulls(s."wordsZh", s."wordsEn") = 0 AND t."reopenedAt" IS NULL
  AND (t."shownHash" IS NULL OR t."shownHash" = md5(jsonb_build_object('words', s."wordsZh")::text));
