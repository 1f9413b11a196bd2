-- What the migration must be able to meet: a card.
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000008', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId", name) VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000008', '兰');
INSERT INTO "Party" (id, kind, "personId") VALUES ('00000000-0000-7000-8000-000000000002', 'person', '00000000-0000-7000-8000-000000000001');
INSERT INTO "BankAccount" (id, "partyId", "keyId", "holderCipher", "numberCipher", last4, "bankName") VALUES
  ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000008', '\x00', '\x00', '1234', '银行');
