-- What the migration must be able to meet: a piece of one kind, one of two, and one whose former kind had the same name.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES
  ('00000000-0000-7000-8000-000000000002', 'knots', '中国结', 'Chinese knots', '一根绳', 'One cord', 1);
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId", status, "fromPriceFen", "publishedAt", "updatedAt") VALUES
  ('00000000-0000-7000-8000-000000000004', 'knot', 'ZGJ-1', '00000000-0000-7000-8000-000000000003',
   '00000000-0000-7000-8000-000000000002', 'on_sale', 6800, now(), now()),
  ('00000000-0000-7000-8000-000000000005', 'wreath', 'ZGJ-2', '00000000-0000-7000-8000-000000000003',
   '00000000-0000-7000-8000-000000000002', 'on_sale', 6800, now(), now());
INSERT INTO "Variant" (id, "productId", "nameZh", "nameEn", "makeMode", position, "retiredAt") VALUES
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', NULL, NULL, 'stock', 0, NULL),
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000005', '大红', 'Red', 'stock', 0, NULL),
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000005', '松绿', NULL, 'stock', 1, NULL),
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000005', '大红', NULL, 'stock', 2, now());
