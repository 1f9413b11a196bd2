-- What the migration must be able to meet: a closed notice of copying, to which its seller answered the desk and the desk whoever gave it.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES
  ('00000000-0000-7000-8000-000000000002', 'knot', '中国结', 'Chinese knots', '一根绳', 'One cord', 1);
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId") VALUES
  ('00000000-0000-7000-8000-000000000004', 'knot', 'KNT-1', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000005', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000006');
INSERT INTO "Report" (id, number, kind, "productId", "sellerId", "regionId", "keyId", contact, words, "accessHash", "addressHash",
  "sellerAnswer", "sellerAnsweredAt", answer, "answeredAt", outcome, "closedAt", "closedById", "closeReason") VALUES
  ('00000000-0000-7000-8000-000000000008', '2611-000001', 'copied_design', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000005',
   '\x01', '\x02', '\x03', '\x04', '自己画的。', '2026-11-02', '查过了。', '2026-11-03', 'upheld', '2026-11-03',
   '00000000-0000-7000-8000-000000000007', '看了底稿。');
