-- What the migration must be able to meet: no claim of this queue was there before.
SELECT 1;
