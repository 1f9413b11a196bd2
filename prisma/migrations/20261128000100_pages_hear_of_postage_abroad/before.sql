-- What the migration must be able to meet: a country that herbs do not enter.
INSERT INTO "PostageZone" (id, code, "nameZh", "nameEn", position) VALUES
  ('00000000-0000-7000-8000-000000000001', 'somewhere', '某处', 'Somewhere', 90);
INSERT INTO "Country" (code, "nameZh", "nameEn", "zoneId") VALUES ('QX', '某地', 'Somewhere', '00000000-0000-7000-8000-000000000001');
INSERT INTO "BlockedGoods" (id, "countryCode", "materialCode", "reasonZh", "reasonEn") VALUES
  ('00000000-0000-7000-8000-000000000002', 'QX', 'herbs', '草药不能入境', 'Herbs may not enter');
