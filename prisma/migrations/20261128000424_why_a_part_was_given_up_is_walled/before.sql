-- What the migration must be able to meet: a part that was given up with words, and one without.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001'),
  ('00000000-0000-7000-8000-000000000012', 'individual', 'b', '乙', 'B', '乙印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "CommissionRule" (id, bps) VALUES ('00000000-0000-7000-8000-000000000003', 500);
INSERT INTO "Order" (id, number, "itemsFen", "postageFen", "totalFen", "accessHash", "payBy") VALUES
  ('00000000-0000-7000-8000-000000000004', '2611-000001', 13600, 0, 13600, '\x01', now());
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen", "cancelNote") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', 6800, 0, '线断货了'),
  ('00000000-0000-7000-8000-000000000015', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000012', 6800, 0, NULL);
INSERT INTO "OrderLine" (id, "sellerOrderId", source, "titleZh", specification, "makeMode", quantity, "priceFen", "amountFen", "commissionRuleId", "commissionBps", "commissionFen") VALUES
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005', 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000003', 500, 340),
  ('00000000-0000-7000-8000-000000000016', '00000000-0000-7000-8000-000000000015', 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000003', 500, 340);
INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") VALUES
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000004', 1, 'full', 13600);
