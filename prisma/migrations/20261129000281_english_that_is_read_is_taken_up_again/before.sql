-- What the migration must be able to meet: a piece whose English was typed by one and read by another.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES
  ('00000000-0000-7000-8000-000000000002', 'knot', '中国结', 'Chinese knots', '一根绳', 'One cord', 1);
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId") VALUES
  ('00000000-0000-7000-8000-000000000004', 'knot', 'KNT-1', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000007', '\x00', 'k'), ('00000000-0000-7000-8000-000000000008', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000007'), ('00000000-0000-7000-8000-000000000010', '00000000-0000-7000-8000-000000000008');
INSERT INTO "User" (id, "personId") VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000009'), ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000010');
INSERT INTO "ProductText" (id, "productId", locale, title, story, materials, "reviewedById", "reviewedAt") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', 'zh-CN', '结', '一根绳编的', '绳', NULL, NULL),
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', 'en', 'Knott', 'One cord', 'Cord', '00000000-0000-7000-8000-000000000012', '2026-11-02');
INSERT INTO "Translation" (kind, "subjectId", "sourceHash", "shownHash", version, "typedById", "typedAt", "reviewedById", "reviewedAt") VALUES
  ('product', '00000000-0000-7000-8000-000000000004', md5('a'), md5('a'), 2, '00000000-0000-7000-8000-000000000011', '2026-11-01', '00000000-0000-7000-8000-000000000012', '2026-11-02');
