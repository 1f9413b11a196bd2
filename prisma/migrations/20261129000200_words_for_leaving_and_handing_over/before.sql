-- What the migration must be able to meet: neither word was used before.
SELECT 1;
