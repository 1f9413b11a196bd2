-- What the migration must be able to meet: a village with somebody in it.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000008', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId", name, "regionId") VALUES
  ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000008', '兰', '00000000-0000-7000-8000-000000000001');
