-- What the migration must be able to meet: nothing of it was there before.
SELECT 1;
