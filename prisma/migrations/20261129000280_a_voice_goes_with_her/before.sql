-- What the migration must be able to meet: a piece whose maker is heard.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES
  ('00000000-0000-7000-8000-000000000002', 'knot', '中国结', 'Chinese knots', '一根绳', 'One cord', 1);
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000003', 'workshop', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId") VALUES
  ('00000000-0000-7000-8000-000000000004', 'knot', 'KNT-1', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000005', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000006');
INSERT INTO "SellerPerson" (id, "sellerId", "personId", role, "validFrom") VALUES
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000006', 'owner', '2026-01-01');
INSERT INTO "VoiceNote" (id, "productId", "speakerId", "contentType", seconds, "keyId", body, "recordedById", "approvedAt") VALUES
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000006', 'audio/webm', 5,
   '00000000-0000-7000-8000-000000000005', sha256('voice'), '00000000-0000-7000-8000-000000000007', '2026-02-01');
