-- What the migration must be able to meet: walls move no rows.
SELECT 1;
