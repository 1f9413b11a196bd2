-- What the migration must be able to meet: a sum of one craft, and the sum over all of them that it is part of.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES ('00000000-0000-7000-8000-000000000003', 'beads', '串珠', 'Beads', '。', '.', 1);
INSERT INTO "SalesDay" ("sellerId", "regionId", day, "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen") VALUES
  ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '2026-10-01', true, NULL, 'retail', 'alipay', 1, 2, 13600, 0, 0),
  ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '2026-10-01', false, '00000000-0000-7000-8000-000000000003', 'retail', 'alipay', 1, 1, 6800, 0, 0);
