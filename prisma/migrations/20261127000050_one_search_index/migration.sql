-- One index over pieces, makers and crafts; what filters ask for and the order of lists stand in it ready to be read.
CREATE TYPE "SearchKind" AS ENUM ('product', 'maker', 'craft');
CREATE TABLE "SearchEntry" (
  "id" UUID NOT NULL,
  "kind" "SearchKind" NOT NULL,
  "productId" UUID,
  "sellerId" UUID,
  "craftId" UUID,
  "isShown" BOOLEAN NOT NULL DEFAULT false,
  "names" tsvector NOT NULL DEFAULT ''::tsvector,
  "words" tsvector NOT NULL DEFAULT ''::tsvector,
  "facets" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "score" INTEGER NOT NULL DEFAULT 0,
  "publishedAt" TIMESTAMPTZ(3),
  "fromPriceFen" BIGINT,
  "makingMinutes" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "SearchEntry_exactly_one" CHECK (id = coalesce("productId", "sellerId", "craftId") AND num_nonnulls("productId", "sellerId", "craftId") = 1
    AND (kind = 'product') = ("productId" IS NOT NULL) AND (kind = 'maker') = ("sellerId" IS NOT NULL) AND (kind = 'craft') = ("craftId" IS NOT NULL))
);
CREATE UNIQUE INDEX "SearchEntry_productId_key" ON "SearchEntry"("productId");
CREATE UNIQUE INDEX "SearchEntry_sellerId_key" ON "SearchEntry"("sellerId");
CREATE UNIQUE INDEX "SearchEntry_craftId_key" ON "SearchEntry"("craftId");
ALTER TABLE "SearchEntry"
  ADD CONSTRAINT "SearchEntry_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "SearchEntry_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "SearchEntry_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- any word, any filter, and both together
CREATE INDEX "SearchEntry_gin" ON "SearchEntry" USING gin (words, names, facets);
-- the four orders of a list; each is read from both ends
CREATE INDEX "SearchEntry_best" ON "SearchEntry" (score DESC, id) WHERE "isShown" AND kind = 'product';
CREATE INDEX "SearchEntry_new" ON "SearchEntry" ("publishedAt" DESC, id) WHERE "isShown" AND kind = 'product';
CREATE INDEX "SearchEntry_price" ON "SearchEntry" ("fromPriceFen", id) WHERE "isShown" AND kind = 'product';
CREATE INDEX "SearchEntry_hours" ON "SearchEntry" ("makingMinutes" DESC, id) WHERE "isShown" AND kind = 'product';

CREATE TABLE "SearchSlip" (
  "slip" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "shown" TEXT NOT NULL,
  CONSTRAINT "SearchSlip_pkey" PRIMARY KEY ("slip", "form", "shown")
);

ALTER TABLE "Product"
  ADD COLUMN "materialCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "colourCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "occasionCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "shipsAbroad" BOOLEAN NOT NULL DEFAULT false;

-- What a piece's entry says, from the rows of now. A piece that is not shown is in no list: it has no facets.
CREATE VIEW search_product AS
SELECT p.id, shown."isShown", p."publishedAt", p."fromPriceFen", coalesce(p."makingMinutes", 0) AS "makingMinutes",
  CASE WHEN shown."isShown" THEN f.facets ELSE '{}' END AS facets,
  -- ten a day; what can be had now is worth two months, three pictures three weeks, English and the hours of making some days
  (coalesce(extract(epoch FROM p."publishedAt"), 0) / 8640)::int
    + CASE WHEN f."isToBeHad" THEN 600 ELSE 0 END
    + CASE WHEN (SELECT count(*) FROM "ProductMedia" pm WHERE pm."productId" = p.id) >= 3 THEN 200 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM "ProductText" t WHERE t."productId" = p.id AND t.locale = 'en' AND t."reviewedAt" IS NOT NULL) THEN 100 ELSE 0 END
    + CASE WHEN p."makingMinutes" > 0 THEN 50 ELSE 0 END AS score
FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" JOIN "Craft" k ON k.id = p."craftId" JOIN "Region" w ON w.id = s."regionId"
CROSS JOIN LATERAL (SELECT p.status = 'on_sale' AND s.status = 'active' AND p."fromPriceFen" IS NOT NULL AND p."publishedAt" IS NOT NULL AS "isShown") shown
CROSS JOIN LATERAL (
  SELECT array_agg(DISTINCT facet ORDER BY facet) AS facets, bool_or(facet LIKE 'made:%') AS "isToBeHad" FROM (
    SELECT 'craft:' || k.code
    UNION ALL SELECT 'place:' || r.code FROM "Region" r WHERE r.id = s."countyId" OR (r.id = ANY(w."ancestorIds") AND r.level IN ('city', 'county', 'town'))
    UNION ALL SELECT CASE WHEN v."makeMode" <> 'made_to_order' THEN 'made:ready' WHEN v."makeDays" <= 7 THEN 'made:7' WHEN v."makeDays" <= 14 THEN 'made:14'
        WHEN v."makeDays" <= 30 THEN 'made:30' ELSE 'made:longer' END
      FROM "Variant" v LEFT JOIN "StockItem" i ON i."variantId" = v.id
      WHERE v."productId" = p.id AND v."retiredAt" IS NULL AND (v."makeMode" = 'made_to_order' OR i."onHand" > i.reserved)
    UNION ALL SELECT 'one:yes' FROM "Variant" v JOIN "StockItem" i ON i."variantId" = v.id
      WHERE v."productId" = p.id AND v."retiredAt" IS NULL AND v."makeMode" = 'one_of_a_kind' AND i."onHand" > i.reserved
    UNION ALL SELECT 'material:' || code FROM unnest(p."materialCodes") code
    UNION ALL SELECT 'colour:' || code FROM unnest(p."colourCodes") code
    UNION ALL SELECT 'occasion:' || code FROM unnest(p."occasionCodes") code
    UNION ALL SELECT 'abroad:yes' WHERE p."shipsAbroad"
  ) t(facet)) f;

-- A maker is found while she has something on sale, as on the makers' page.
CREATE VIEW search_maker AS
SELECT s.id, s.status = 'active' AND EXISTS (SELECT 1 FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale') AS "isShown",
  (extract(epoch FROM s."createdAt") / 8640)::int AS score
FROM "Seller" s;

-- Entries are written under one lock, taken where a transaction has nothing else left to lock (its triggers are deferred; writeSearchWords comes last):
-- two changes never wait for each other in a circle, and the later one reads what the earlier one wrote.
CREATE FUNCTION search_lock() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(7201955) $$;

CREATE FUNCTION search_refresh_makers(makers uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" AS e (id, kind, "sellerId", "isShown", score) SELECT id, 'maker', id, "isShown", score FROM search_maker WHERE id = ANY(makers)
  ON CONFLICT (id) DO UPDATE SET "isShown" = EXCLUDED."isShown", score = EXCLUDED.score
    WHERE (e."isShown", e.score) IS DISTINCT FROM (EXCLUDED."isShown", EXCLUDED.score);
$$;

CREATE FUNCTION search_refresh_pieces(pieces uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" AS e (id, kind, "productId", "isShown", facets, score, "publishedAt", "fromPriceFen", "makingMinutes")
    SELECT id, 'product', id, "isShown", facets, score, "publishedAt", "fromPriceFen", "makingMinutes" FROM search_product WHERE id = ANY(pieces)
  ON CONFLICT (id) DO UPDATE SET "isShown" = EXCLUDED."isShown", facets = EXCLUDED.facets, score = EXCLUDED.score, "publishedAt" = EXCLUDED."publishedAt",
      "fromPriceFen" = EXCLUDED."fromPriceFen", "makingMinutes" = EXCLUDED."makingMinutes"
    WHERE (e."isShown", e.facets, e.score, e."publishedAt", e."fromPriceFen", e."makingMinutes") IS DISTINCT FROM
      (EXCLUDED."isShown", EXCLUDED.facets, EXCLUDED.score, EXCLUDED."publishedAt", EXCLUDED."fromPriceFen", EXCLUDED."makingMinutes");
  SELECT search_refresh_makers(ARRAY(SELECT DISTINCT "sellerId" FROM "Product" WHERE id = ANY(pieces)));
$$;

CREATE FUNCTION search_refresh_crafts() RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" AS e (id, kind, "craftId", "isShown", score) SELECT id, 'craft', id, true, -position FROM "Craft"
  ON CONFLICT (id) DO UPDATE SET score = EXCLUDED.score WHERE e.score <> EXCLUDED.score;
$$;

CREATE FUNCTION search_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock();
  PERFORM search_refresh_pieces(ARRAY(SELECT id FROM "Product"));
  PERFORM search_refresh_makers(ARRAY(SELECT id FROM "Seller"));
  PERFORM search_refresh_crafts();
END $$;

-- The row that changed names the piece; TG_ARGV[0] is the column.
CREATE FUNCTION search_piece_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := to_jsonb(OLD); ELSE changed := to_jsonb(NEW); END IF;
  PERFORM search_lock();
  PERFORM search_refresh_pieces(ARRAY[(changed ->> TG_ARGV[0])::uuid]);
  RETURN NULL;
END $$;
CREATE FUNCTION search_stock_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock();
  PERFORM search_refresh_pieces(ARRAY(SELECT "productId" FROM "Variant" WHERE id = NEW."variantId"));
  RETURN NULL;
END $$;
CREATE FUNCTION search_seller_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock();
  PERFORM search_refresh_pieces(ARRAY(SELECT id FROM "Product" WHERE "sellerId" = NEW.id));
  PERFORM search_refresh_makers(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE FUNCTION search_craft_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock();
  PERFORM search_refresh_crafts();
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER search_made AFTER INSERT ON "Product" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_piece_changed('id');
CREATE CONSTRAINT TRIGGER search_changed AFTER UPDATE OF status, "craftId", "sellerId", "makingMinutes", "fromPriceFen", "publishedAt", "materialCodes",
  "colourCodes", "occasionCodes", "shipsAbroad" ON "Product" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_piece_changed('id');
CREATE CONSTRAINT TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON "ProductText" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION search_piece_changed('productId');
CREATE CONSTRAINT TRIGGER search_changed AFTER INSERT OR DELETE ON "ProductMedia" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION search_piece_changed('productId');
CREATE CONSTRAINT TRIGGER search_changed AFTER INSERT OR UPDATE ON "Variant" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION search_piece_changed('productId');
CREATE CONSTRAINT TRIGGER search_made AFTER INSERT ON "StockItem" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."variantId" IS NOT NULL) EXECUTE FUNCTION search_stock_changed();
-- only when the last piece goes or the first comes back: a sale of one of many touches nothing here
CREATE CONSTRAINT TRIGGER search_changed AFTER UPDATE ON "StockItem" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."variantId" IS NOT NULL AND (OLD."onHand" > OLD.reserved) IS DISTINCT FROM (NEW."onHand" > NEW.reserved)) EXECUTE FUNCTION search_stock_changed();
CREATE CONSTRAINT TRIGGER search_changed AFTER INSERT OR UPDATE OF status, "regionId", "countyId" ON "Seller" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION search_seller_changed();
CREATE CONSTRAINT TRIGGER search_changed AFTER INSERT OR UPDATE OF position ON "Craft" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION search_craft_changed();

-- What was found before is found still; makers and crafts once the words are made anew.
SELECT search_rebuild();
UPDATE "SearchEntry" e SET names = p.search, words = p.search FROM "Product" p WHERE p.id = e.id AND p.search IS NOT NULL;
ALTER TABLE "Product" DROP COLUMN "search";
