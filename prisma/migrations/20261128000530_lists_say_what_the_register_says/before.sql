-- What the migration must be able to meet: a household of a list that was taken, a status that came with it, and what was entered of it by hand.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000002', '62', 'province', '甘肃省');
INSERT INTO "CodeTerm" (id, list, code, "nameZh", "nameEn", "validFrom") VALUES ('00000000-0000-7000-8000-000000000001', 'household_status', 'lifted', '脱贫户', 'lifted household', '2016-01-01');
INSERT INTO "DataKey" (id, "kekId") VALUES ('00000000-0000-7000-8000-000000000005', 'k'), ('00000000-0000-7000-8000-000000000009', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000010', '00000000-0000-7000-8000-000000000009');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000010');
INSERT INTO "HouseholdImport" (id, "regionId", "uploadedById", "fileName", "keyId", state, "takenAt")
  VALUES ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000006', '册.xlsx', '00000000-0000-7000-8000-000000000005', 'taken', '2026-01-01');
INSERT INTO "Household" (id, code, "regionId", "sourceDocument", "importId")
  VALUES ('00000000-0000-7000-8000-000000000003', 'H1', '00000000-0000-7000-8000-000000000002', '册', '00000000-0000-7000-8000-000000000007');
INSERT INTO "HouseholdStatus" (id, "householdId", "termId", "validFrom", source, "importId")
  VALUES ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', '2019-01-01', '册', '00000000-0000-7000-8000-000000000007');
INSERT INTO "HouseholdFacts" (id, "householdId", people, workers, "otherCauseIds", "cadreName", "cadreOffice", document, "enteredById")
  VALUES ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000003', 3, 2, '{}', '示例', '示例单位', '明白卡', '00000000-0000-7000-8000-000000000006');
