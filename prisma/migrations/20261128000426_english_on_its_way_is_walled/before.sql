-- What the migration must be able to meet: a text that somebody works on.
INSERT INTO "Translation" (kind, "subjectId", "sourceHash") VALUES ('maker', '00000000-0000-7000-8000-000000000002', md5('x'));
