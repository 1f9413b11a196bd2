-- What the migration must be able to meet: no row keeps an index from being made.
SELECT 1;
