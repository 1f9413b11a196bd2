-- What the migration must be able to meet: a piece on sale and a draft.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES
  ('00000000-0000-7000-8000-000000000002', 'knots', '中国结', 'Chinese knots', '一根绳', 'One cord', 1);
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId", status, "fromPriceFen", "publishedAt", "updatedAt") VALUES
  ('00000000-0000-7000-8000-000000000004', 'knot', 'ZGJ-1', '00000000-0000-7000-8000-000000000003',
   '00000000-0000-7000-8000-000000000002', 'on_sale', 6800, now(), now()),
  ('00000000-0000-7000-8000-000000000005', 'draft-1', 'draft-1', '00000000-0000-7000-8000-000000000003',
   '00000000-0000-7000-8000-000000000002', 'draft', NULL, NULL, now());
