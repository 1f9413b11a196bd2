-- What the migration must be able to meet: no claim of these queues was there before.
SELECT 1;
