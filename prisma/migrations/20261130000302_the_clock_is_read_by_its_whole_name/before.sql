-- What the migration must be able to meet: a clock that is ahead.
UPDATE "Clock" SET "offsetSeconds" = 86400;
