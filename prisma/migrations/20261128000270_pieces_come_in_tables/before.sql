-- What the migration must be able to meet: pieces that were there before have no number of their seller's and came with no table.
SELECT 1;
