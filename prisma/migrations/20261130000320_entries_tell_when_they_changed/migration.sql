-- A process that keeps the choices of all pieces reads what has changed since it looked last. Revisions are given under the index's lock, which a transaction holds
-- until it has ended: whoever sees one sees all before it.
-- first of all, as whatever writes to the index does: a shop that is open meanwhile waits, or is waited for
SELECT search_lock();
LOCK TABLE "ProductMedia", "Media" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "SearchEntry"
  ADD COLUMN "number" BIGSERIAL NOT NULL,
  ADD COLUMN "revision" BIGSERIAL NOT NULL,
  ADD COLUMN "makerId" UUID,
  ADD COLUMN "look" TEXT;
CREATE INDEX "SearchEntry_changed" ON "SearchEntry" (revision) WHERE kind = 'product';

CREATE OR REPLACE VIEW search_product AS
SELECT p.id, shown."isShown", p."publishedAt", p."fromPriceFen", coalesce(p."makingMinutes", 0) AS "makingMinutes",
  CASE WHEN shown."isShown" THEN f.facets ELSE '{}' END AS facets,
  -- ten a day; what can be had now is worth two months, three pictures three weeks, English and the hours of making some days
  (coalesce(extract(epoch FROM p."publishedAt"), 0) / 8640)::int
    + CASE WHEN f."isToBeHad" THEN 600 ELSE 0 END
    + CASE WHEN (SELECT count(*) FROM "ProductMedia" pm WHERE pm."productId" = p.id) >= 3 THEN 200 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM "ProductText" t WHERE t."productId" = p.id AND t.locale = 'en' AND t."reviewedAt" IS NOT NULL) THEN 100 ELSE 0 END
    + CASE WHEN p."makingMinutes" > 0 THEN 50 ELSE 0 END AS score,
  p."sellerId" AS "makerId",
  -- the picture that it leads with, as lists show it
  (SELECT m."contentHash" FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
    WHERE pm."productId" = p.id ORDER BY pm.position LIMIT 1) AS look
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

CREATE OR REPLACE FUNCTION search_refresh_pieces(pieces uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" AS e (id, kind, "productId", "isShown", facets, score, "publishedAt", "fromPriceFen", "makingMinutes", "makerId", look)
    SELECT id, 'product', id, "isShown", facets, score, "publishedAt", "fromPriceFen", "makingMinutes", "makerId", look FROM search_product WHERE id = ANY(pieces)
  ON CONFLICT (id) DO UPDATE SET "isShown" = EXCLUDED."isShown", facets = EXCLUDED.facets, score = EXCLUDED.score, "publishedAt" = EXCLUDED."publishedAt",
      "fromPriceFen" = EXCLUDED."fromPriceFen", "makingMinutes" = EXCLUDED."makingMinutes", "makerId" = EXCLUDED."makerId", look = EXCLUDED.look
    WHERE (e."isShown", e.facets, e.score, e."publishedAt", e."fromPriceFen", e."makingMinutes", e."makerId", e.look) IS DISTINCT FROM
      (EXCLUDED."isShown", EXCLUDED.facets, EXCLUDED.score, EXCLUDED."publishedAt", EXCLUDED."fromPriceFen", EXCLUDED."makingMinutes", EXCLUDED."makerId", EXCLUDED.look);
  SELECT search_refresh_makers(ARRAY(SELECT DISTINCT "sellerId" FROM "Product" WHERE id = ANY(pieces)));
$$;

CREATE FUNCTION search_revised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock();
  NEW.revision := nextval('"SearchEntry_revision_seq"');
  RETURN NEW;
END $$;
CREATE TRIGGER revised BEFORE INSERT OR UPDATE OF "isShown", facets, score, "publishedAt", "fromPriceFen", "makingMinutes", "makerId", look ON "SearchEntry"
  FOR EACH ROW EXECUTE FUNCTION search_revised();

-- The picture that a piece leads with changes with their order, and with what becomes of the file.
DROP TRIGGER search_changed ON "ProductMedia";
CREATE CONSTRAINT TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON "ProductMedia" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION search_piece_changed('productId');
CREATE FUNCTION search_media_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_lock();
  PERFORM search_refresh_pieces(ARRAY(SELECT "productId" FROM "ProductMedia" WHERE "mediaId" = NEW.id));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER search_changed AFTER UPDATE ON "Media" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.state, OLD."contentHash") IS DISTINCT FROM (NEW.state, NEW."contentHash")) EXECUTE FUNCTION search_media_changed();

SELECT search_rebuild();
