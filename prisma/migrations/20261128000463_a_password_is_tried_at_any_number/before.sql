-- What the migration must be able to meet: somebody whose password was tried.
INSERT INTO "DataKey" (id, "kekId", wrapped) VALUES ('00000000-0000-7000-8000-000000000001', 'x', '\x01');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "SecondFactor" (id, "userId", "passwordHash", "keyId", "secretCipher") VALUES
  ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003', '$argon2id$x', '00000000-0000-7000-8000-000000000001', '\x01');
INSERT INTO "PasswordTry" ("factorId", "addressHash", tries, "nextTryAt", "lastAt") VALUES ('00000000-0000-7000-8000-000000000004', '\x01', 1, now(), now());
