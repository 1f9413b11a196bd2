-- What the migration must be able to meet: an order and a basket of a piece.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001'),
  ('00000000-0000-7000-8000-000000000003', 'individual', 'closed', 'mei', '梅', 'Mei', '梅记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "CommissionRule" (id, bps) VALUES ('00000000-0000-7000-8000-000000000004', 500);
INSERT INTO "Order" (id, number, "itemsFen", "postageFen", "totalFen", "accessHash", "payBy") VALUES
  ('00000000-0000-7000-8000-000000000005', '2611-000001', 6800, 0, 6800, '\x01', now());
INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen") VALUES
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000002', 6800, 0);
INSERT INTO "OrderLine" (id, "sellerOrderId", source, "titleZh", specification, "makeMode", quantity, "priceFen", "amountFen", "commissionRuleId", "commissionBps", "commissionFen") VALUES
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000006', 'quote', '结', '{}', 'stock', 1, 6800, 6800, '00000000-0000-7000-8000-000000000004', 500, 340);
INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") VALUES
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000005', 1, 'full', 6800);
INSERT INTO "Craft" (id, code, "nameZh", "nameEn", "sentenceZh", "sentenceEn", position) VALUES
  ('00000000-0000-7000-8000-000000000009', 'knots', '中国结', 'Chinese knots', '一根绳', 'One cord', 1);
INSERT INTO "Product" (id, slug, serial, "sellerId", "craftId", status, "fromPriceFen", "publishedAt", "updatedAt") VALUES
  ('00000000-0000-7000-8000-00000000000a', 'knot', 'ZGJ-1', '00000000-0000-7000-8000-000000000002',
   '00000000-0000-7000-8000-000000000009', 'on_sale', 6800, now(), now());
INSERT INTO "Variant" (id, "productId", "makeMode") VALUES
  ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-00000000000a', 'stock');
INSERT INTO "Cart" (id, "tokenHash", "updatedAt") VALUES ('00000000-0000-7000-8000-00000000000c', '\x02', now());
INSERT INTO "CartLine" ("cartId", "variantId", quantity) VALUES
  ('00000000-0000-7000-8000-00000000000c', '00000000-0000-7000-8000-00000000000b', 2);
