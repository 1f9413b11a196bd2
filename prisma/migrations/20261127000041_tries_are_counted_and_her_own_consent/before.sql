-- What the migration must be able to meet: a card in another name whose consent is for something else, and one that was withdrawn.
INSERT INTO "Region" (id, code, level, "nameZh") VALUES ('00000000-0000-7000-8000-000000000001', '62', 'province', '省');
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000002', '\x01', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "Party" (id, kind, "personId") VALUES ('00000000-0000-7000-8000-000000000004', 'person', '00000000-0000-7000-8000-000000000003');
INSERT INTO "TextVersion" (id, kind, version, locale, title, body) VALUES
  ('00000000-0000-7000-8000-000000000005', 'account_in_other_name', 1, 'zh-CN', '付到别人名下的卡', '我同意。');
INSERT INTO "Consent" (id, "personId", purpose, "textVersionId", means, "withdrawnAt") VALUES
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000003', 'public_name', '00000000-0000-7000-8000-000000000005', 'code', NULL),
  ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000003', 'account_in_other_name', '00000000-0000-7000-8000-000000000005', 'code', now());
INSERT INTO "BankAccount" (id, "partyId", "keyId", "holderCipher", "numberCipher", last4, "bankName", relation, "consentId") VALUES
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', '\x01', '\x02', '4242', '示例银行', 'spouse', '00000000-0000-7000-8000-000000000006'),
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', '\x01', '\x02', '4242', '示例银行', 'child', '00000000-0000-7000-8000-000000000007');
