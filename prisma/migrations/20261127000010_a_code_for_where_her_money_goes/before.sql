-- What the migration must be able to meet: codes that are still good.
INSERT INTO "OneTimeCode" (id, purpose, "phoneIndex", "codeHash", "addressHash", "expiresAt") VALUES
  ('00000000-0000-7000-8000-000000000001', 'sign_in', '\x01', '\x02', '\x03', now() + interval '5 minutes');
