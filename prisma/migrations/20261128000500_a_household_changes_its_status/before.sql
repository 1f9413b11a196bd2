-- What the migration must be able to meet: a household with a status of which nobody said who entered it.
INSERT INTO "CodeTerm" (id, list, code, "nameZh", "nameEn", "validFrom") VALUES ('00000000-0000-7000-8000-000000000001', 'household_status', 'lifted', '脱贫户', 'lifted household', '2016-01-01');
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000002', '62', 'province', '甘肃省');
INSERT INTO "Household" (id, code, "regionId", "sourceDocument") VALUES ('00000000-0000-7000-8000-000000000003', 'H1', '00000000-0000-7000-8000-000000000002', '册');
INSERT INTO "HouseholdStatus" (id, "householdId", "termId", "validFrom", source)
  VALUES ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', '2019-01-01', '册');
