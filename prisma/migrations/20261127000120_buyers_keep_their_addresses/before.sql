-- What the migration must be able to meet: somebody with a key of her own.
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000001', '\x00', 'k');
INSERT INTO "Person" (id, "dataKeyId", name) VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '示例');
