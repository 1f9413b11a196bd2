-- What the migration must be able to meet: a session of before, whose browser nobody knows again.
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000001', '\x01', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002');
INSERT INTO "Session" (id, "tokenHash", "userId", "expiresAt") VALUES ('00000000-0000-7000-8000-000000000004', '\x02', '00000000-0000-7000-8000-000000000003', now());
