-- What the migration must be able to meet: somebody who will write rates down.
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000003', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
