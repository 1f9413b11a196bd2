-- What the migration must be able to meet: a shop with its owner.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'workshop', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000003', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003');
INSERT INTO "SellerPerson" (id, "sellerId", "personId", role, "validFrom") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000004', 'owner', '2026-01-01');
