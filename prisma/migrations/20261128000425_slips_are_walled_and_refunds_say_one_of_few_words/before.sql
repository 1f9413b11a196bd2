-- What the migration must be able to meet: refunds of money that came late and of a sale.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "CommissionRule" (id, bps) VALUES ('00000000-0000-7000-8000-000000000003', 500);
INSERT INTO "Order" (id, number, "itemsFen", "postageFen", "totalFen", "accessHash", "payBy") VALUES
  ('00000000-0000-7000-8000-000000000004', '2611-000001', 6800, 0, 6800, '\x01', now());
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', 6800, 0);
INSERT INTO "OrderLine" (id, "sellerOrderId", source, "titleZh", specification, "makeMode", quantity, "priceFen", "amountFen", "commissionRuleId", "commissionBps", "commissionFen") VALUES
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005', 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000003', 500, 340);
INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") VALUES
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000004', 1, 'full', 6800);
INSERT INTO "Payment" (id, "dueId", attempt, state, "amountMinor", currency, "paymentRef", "paidAt") VALUES
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000007', 2, 'paid', 6800, 'CNY', 'pi_1', now());
INSERT INTO "Refund" (id, "paymentId", "amountMinor", currency, reason) VALUES
  ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000009', 100, 'CNY', 'late_payment'),
  ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-000000000009', 200, 'CNY', 'goodwill');
