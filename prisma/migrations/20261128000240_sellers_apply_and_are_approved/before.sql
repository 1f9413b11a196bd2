-- What the migration must be able to meet: a shop of before that nobody applied for, a text that somebody consented to, and a role that somebody holds.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "Seller" (id, kind, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId") VALUES
  ('00000000-0000-7000-8000-000000000002', 'individual', 'a', '甲', 'A', '甲印', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001');
INSERT INTO "TextVersion" (id, kind, version, locale, title, body) VALUES
  ('00000000-0000-7000-8000-000000000003', 'public_name', 1, 'zh-CN', '公开名字', '我同意在我的页面上写我的名字。');
