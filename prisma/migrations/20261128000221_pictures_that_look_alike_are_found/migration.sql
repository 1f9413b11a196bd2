-- AlterTable
ALTER TABLE "Media" ADD COLUMN     "lookHash" BIGINT;

-- Two hashes of 64 bits that differ in at most six differ in at most one bit of one of their four bands of sixteen: there would be eight differences else. So whoever looks up every band as it is and
-- with each of its bits turned misses none, and an index finds them.
CREATE FUNCTION look_bands(look bigint) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[(look & 65535)::int, 65536 + ((look >> 16) & 65535)::int, 131072 + ((look >> 32) & 65535)::int, 196608 + ((look >> 48) & 65535)::int]
$$;
CREATE FUNCTION look_keys(look bigint) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(band # turned) FROM unnest(look_bands(look)) AS band, unnest(ARRAY[0] || ARRAY(SELECT 1 << bit FROM generate_series(0, 15) AS bit)) AS turned
$$;
CREATE INDEX "Media_look_bands" ON "Media" USING gin (look_bands("lookHash")) WHERE "lookHash" <> 0;
-- the job asks for those that are left
CREATE INDEX "Media_without_lookHash" ON "Media" (id) WHERE "lookHash" IS NULL;
