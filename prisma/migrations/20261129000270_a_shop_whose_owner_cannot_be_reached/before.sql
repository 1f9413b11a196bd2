-- What the migration must be able to meet: a handover that waits with one word, one that was done, one that was given up.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'workshop', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000003', '\x00', 'k'), ('00000000-0000-7000-8000-000000000004', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000003'), ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000005');
ALTER TABLE "ShopHandover" DISABLE TRIGGER handover_life;
INSERT INTO "ShopHandover" (id, "sellerId", "fromPersonId", "toPersonId", note, "proposedById", "fromAgreedAt", "toAgreedAt", "doneAt", "endedAt", "heirName")
  SELECT h.id::uuid, '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000006', '看过', '00000000-0000-7000-8000-000000000007',
    h.said::timestamptz, h.done::timestamptz, h.done::timestamptz, h.ended::timestamptz, h.heir
  FROM (VALUES ('00000000-0000-7000-8000-000000000008', '2026-11-28', NULL, NULL, '新店主'), ('00000000-0000-7000-8000-000000000009', '2026-11-28', '2026-11-28', NULL, NULL),
    ('00000000-0000-7000-8000-000000000010', NULL, NULL, '2026-11-28', NULL)) h(id, said, done, ended, heir);
ALTER TABLE "ShopHandover" ENABLE TRIGGER handover_life;
