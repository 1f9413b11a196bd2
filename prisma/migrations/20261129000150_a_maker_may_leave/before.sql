-- What the migration must be able to meet: a shop that was opened without an application.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
