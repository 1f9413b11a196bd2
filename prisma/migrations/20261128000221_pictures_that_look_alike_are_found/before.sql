-- What the migration must be able to meet: a picture from before.
INSERT INTO "Media" (id, "contentHash", width, height, bytes) VALUES
  ('00000000-0000-7000-8000-000000000001', repeat('0', 64), 640, 800, 1);
