-- What the migration must be able to meet: a sale from before a village moved, one of the days in which it lay elsewhere, and one of a shop that never moved; a part that is not earned yet.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Region" (id, code, level, "nameZh", "parentId", "validFrom") VALUES
  ('00000000-0000-7000-8000-000000000021', '6201', 'city', '今', '00000000-0000-7000-8000-000000000001', '2026-06-01');
INSERT INTO "Region" (id, code, level, "nameZh", "parentId", "validTo", "replacedById") VALUES
  ('00000000-0000-7000-8000-000000000020', '6202', 'city', '昔', '00000000-0000-7000-8000-000000000001', '2026-06-01', '00000000-0000-7000-8000-000000000021');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000001'),
  ('00000000-0000-7000-8000-000000000012', 'individual', 'b', '乙', 'B', '乙印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "CommissionRule" (id, bps) VALUES ('00000000-0000-7000-8000-000000000003', 500);
INSERT INTO "Order" (id, number, "itemsFen", "postageFen", "totalFen", "accessHash", "payBy") VALUES
  ('00000000-0000-7000-8000-000000000004', '2611-000001', 13600, 0, 13600, '\x01', now()),
  ('00000000-0000-7000-8000-000000000014', '2611-000002', 13600, 0, 13600, '\x02', now());
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen", status, "shippedAt", "receivedAt", "receivedHow", "completeAfter", "completedAt") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', 6800, 0, 'completed', '2026-05-01', '2026-05-02', 'buyer', '2026-05-09', '2026-05-09'),
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000012', 6800, 0, 'completed', '2026-05-01', '2026-05-02', 'buyer', '2026-05-09', '2026-05-09'),
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000014', '00000000-0000-7000-8000-000000000002', 6800, 0, 'completed', '2026-07-01', '2026-07-02', 'buyer', '2026-07-09', '2026-07-09');
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen") VALUES
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000014', '00000000-0000-7000-8000-000000000012', 6800, 0);
INSERT INTO "OrderLine" (id, "sellerOrderId", source, "titleZh", specification, "makeMode", quantity, "priceFen", "amountFen", "commissionRuleId", "commissionBps", "commissionFen")
  SELECT gen_random_uuid(), id, 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000003', 500, 340 FROM "SellerOrder";
INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") SELECT gen_random_uuid(), id, 1, 'full', 13600 FROM "Order";
