-- What the migration must be able to meet: sessions of before belong to no shared device.
SELECT 1;
