-- What the migration must be able to meet: a shop of two owners who both agree to a name, with the name of the first and the words of the second.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId", "makerName", "wordsZh") VALUES
  ('00000000-0000-7000-8000-000000000002', 'workshop', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001', '甲人', '话');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000003', '\x00', 'k'), ('00000000-0000-7000-8000-000000000004', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId", name) VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000003', '甲人'), ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', '乙人');
INSERT INTO "SellerPerson" (id, "sellerId", "personId", role, "validFrom") VALUES
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000005', 'owner', '2026-01-01'),
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000006', 'owner', '2026-01-01');
INSERT INTO "Consent" (id, "personId", purpose, "textVersionId", means)
  SELECT gen_random_uuid(), p.id, t.kind, t.id, 'tick' FROM (VALUES ('00000000-0000-7000-8000-000000000005'::uuid, 'public_name'), ('00000000-0000-7000-8000-000000000006', 'public_name'),
    ('00000000-0000-7000-8000-000000000006', 'public_story')) p(id, kind) JOIN LATERAL (SELECT * FROM "TextVersion" t WHERE t.kind = p.kind AND t.locale = 'zh-CN' LIMIT 1) t ON true;
