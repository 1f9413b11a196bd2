-- What the migration must be able to meet: a maker of whom none is noted for a week.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId", "weeklyCapacity") VALUES
  ('00000000-0000-7000-8000-000000000003', 'individual', 'active', 'lan', '兰', 'Lan', '兰记',
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001', 0);
