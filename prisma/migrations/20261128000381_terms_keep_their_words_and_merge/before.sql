-- What the migration must be able to meet: terms in use and out of use.
INSERT INTO "CodeTerm" (id, list, code, "nameZh", "nameEn", "validFrom", "validTo") VALUES
  ('00000000-0000-7000-8000-000000000001', 'household_status', 'before', '从前', 'before', '2013-12-01', '2021-03-01'),
  ('00000000-0000-7000-8000-000000000002', 'household_status', 'now', '现在', 'now', '2021-03-01', NULL);
