-- What the migration must be able to meet: a function is replaced, no row is touched.
SELECT 1;
