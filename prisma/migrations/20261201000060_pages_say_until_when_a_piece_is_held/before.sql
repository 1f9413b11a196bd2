-- What the migration must be able to meet: it moves no rows.
SELECT 1;
