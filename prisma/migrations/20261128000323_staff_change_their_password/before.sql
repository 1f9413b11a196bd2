-- What the migration must be able to meet: a second factor that has been tried.
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000001', '\x01', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "SecondFactor" (id, "userId", "passwordHash", "keyId", "secretCipher", "confirmedAt", tries) VALUES
  ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003', '$argon2id$x', '00000000-0000-7000-8000-000000000001', '\x02', now(), 3);
