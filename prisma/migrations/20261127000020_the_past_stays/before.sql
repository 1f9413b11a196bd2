-- What the migration must be able to meet: rules that have ended and rules in force.
INSERT INTO "Setting" (id, key, value, "validFrom", "validTo") VALUES
  ('00000000-0000-7000-8000-000000000001', 'orders.returnWindowDays', '7', '2026-01-01', '2026-02-01'),
  ('00000000-0000-7000-8000-000000000002', 'orders.returnWindowDays', '8', '2026-02-01', NULL);
INSERT INTO "PostageRule" (id, "parcelFen", "freeFromFen", "validFrom") VALUES
  ('00000000-0000-7000-8000-000000000003', 1000, 19900, '2026-01-01');
