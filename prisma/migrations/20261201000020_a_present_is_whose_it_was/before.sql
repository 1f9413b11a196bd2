-- What the migration must be able to meet: two presents that were joined to an account by the phone of their parcels, without prices and with a card; an order that was joined and is none; a present that an account ordered.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "CommissionRule" (id, bps) VALUES ('00000000-0000-7000-8000-000000000003', 500);
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000004', '\x01', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005');
INSERT INTO "Party" (id, kind, "personId") VALUES ('00000000-0000-7000-8000-000000000007', 'person', '00000000-0000-7000-8000-000000000005');
INSERT INTO "Order" (id, number, "buyerPartyId", "itemsFen", "postageFen", "totalFen", "accessHash", "payBy", "hidePrices") VALUES
  ('00000000-0000-7000-8000-000000000011', '2611-000001', '00000000-0000-7000-8000-000000000007', 6800, 0, 6800, '\x01', now(), true),
  ('00000000-0000-7000-8000-000000000012', '2611-000002', '00000000-0000-7000-8000-000000000007', 6800, 0, 6800, '\x02', now(), false),
  ('00000000-0000-7000-8000-000000000013', '2611-000003', '00000000-0000-7000-8000-000000000007', 6800, 0, 6800, '\x03', now(), false),
  ('00000000-0000-7000-8000-000000000014', '2611-000004', '00000000-0000-7000-8000-000000000007', 6800, 0, 6800, '\x04', now(), true);
INSERT INTO "OrderWords" ("orderId", "giftNote") VALUES ('00000000-0000-7000-8000-000000000012', '生日快乐');
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen") SELECT gen_random_uuid(), id, '00000000-0000-7000-8000-000000000002', 6800, 0 FROM "Order";
INSERT INTO "OrderLine" (id, "sellerOrderId", source, "titleZh", specification, "makeMode", quantity, "priceFen", "amountFen", "commissionRuleId", "commissionBps", "commissionFen")
  SELECT gen_random_uuid(), id, 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000003', 500, 340 FROM "SellerOrder";
INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") SELECT gen_random_uuid(), id, 1, 'full', 6800 FROM "Order";
INSERT INTO "AuditEvent" ("actorUserId", action, "subjectType", "subjectId") SELECT '00000000-0000-7000-8000-000000000006', 'order.joined', 'Order', id::text FROM "Order" WHERE number < '2611-000004';
