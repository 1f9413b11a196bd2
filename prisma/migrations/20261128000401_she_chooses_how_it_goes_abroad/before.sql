-- What the migration must be able to meet: a basket, and a rate from before services were told apart.
INSERT INTO "Cart" (id, "tokenHash") VALUES ('00000000-0000-7000-8000-000000004011', '\x4011');
INSERT INTO "PostageRate" (id, "zoneId", service, "firstGrams", "firstFen", "stepGrams", "stepFen", "mostGrams", "daysFrom", "daysTo", "validFrom", "validTo")
SELECT gen_random_uuid(), id, 'parcel', 1000, 19500, 1000, 6500, 10000, 25, 50, '2020-01-01', '2020-02-01' FROM "PostageZone" WHERE code = 'europe';
