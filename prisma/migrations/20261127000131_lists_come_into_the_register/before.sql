-- What the migration must be able to meet: a household and a person that no list brought, with a status.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '甘肃省');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000002', '\x01', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003');
INSERT INTO "UserRole" (id, "userId", role, "regionId") VALUES
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', 'coordinator', '00000000-0000-7000-8000-000000000001');
INSERT INTO "Household" (id, code, "regionId", "sourceDocument") VALUES
  ('00000000-0000-7000-8000-000000000006', 'H1', '00000000-0000-7000-8000-000000000001', '登记簿');
INSERT INTO "AuditEvent" ("actorUserId", role, action, "subjectType", "subjectId") VALUES
  ('00000000-0000-7000-8000-000000000004', 'coordinator', 'household.opened', 'Household', '00000000-0000-7000-8000-000000000006'),
  ('00000000-0000-7000-8000-000000000004', 'coordinator', 'alert.closed', 'Alert', '00000000-0000-7000-8000-000000000007'),
  (NULL, NULL, 'clock.moved', 'Clock', '1');
INSERT INTO "CodeTerm" (id, list, code, "nameZh", "nameEn", "validFrom") VALUES ('00000000-0000-7000-8000-000000000008', 'household_status', 'lifted', '脱贫户', 'lifted', '2016-01-01');
INSERT INTO "HouseholdStatus" (id, "householdId", "termId", "validFrom", source) VALUES
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000008', '2019-01-01', '登记簿');
