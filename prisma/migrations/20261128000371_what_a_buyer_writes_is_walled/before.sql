-- What the migration must be able to meet: an order with words to the maker, and none on a card.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "CommissionRule" (id, bps) VALUES ('00000000-0000-7000-8000-000000000003', 500);
INSERT INTO "Order" (id, number, "itemsFen", "postageFen", "totalFen", "accessHash", "payBy", note) VALUES
  ('00000000-0000-7000-8000-000000000004', '2611-000001', 6800, 0, 6800, '\x01', now(), '慢慢做');
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', 6800, 0);
INSERT INTO "OrderLine" (id, "sellerOrderId", source, "titleZh", specification, "makeMode", quantity, "priceFen", "amountFen", "commissionRuleId", "commissionBps", "commissionFen") VALUES
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005', 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000003', 500, 340);
INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") VALUES
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000004', 1, 'full', 6800);
