-- What the migration must be able to meet: a piece that is shown and made to order, two a week.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position)
  VALUES ('00000000-0000-7000-8000-000000000002', 'knots', '中国结', 'Knots', '。', '.', 1);
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId", status, "publishedAt", "updatedAt", "fromPriceFen") VALUES
  ('00000000-0000-7000-8000-000000000004', 'jie', 'ZGJ-000001', '00000000-0000-7000-8000-000000000003',
   '00000000-0000-7000-8000-000000000002', 'on_sale', now(), now(), 6800);
INSERT INTO "Media" (id, "contentHash", state, width, height, bytes) VALUES
  ('00000000-0000-7000-8000-000000000005', lpad('5', 64, '0'), 'broken', 800, 1000, 1),
  ('00000000-0000-7000-8000-000000000006', lpad('6', 64, '0'), 'ready', 800, 1000, 1);
INSERT INTO "ProductMedia" ("productId", "mediaId", position) VALUES
  ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000005', 0),
  ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000006', 1);
INSERT INTO "Variant" (id, "productId", "makeMode", "makeDays", "weeklyCapacity", "weightGrams", position) VALUES
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000004', 'made_to_order', 14, 2, 100, 1);
