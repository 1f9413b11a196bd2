-- What the migration must be able to meet: a piece of before, which has answered nothing yet.
SELECT 1;
