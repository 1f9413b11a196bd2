-- A list, its choices and a piece's own page promise the same day: pieces that are paid for and not sent are made first.

-- The days from payment to sending of one more; NULL beyond what anyone may promise (rests/making-days).
CREATE FUNCTION making_days("makeDays" int, "weeklyCapacity" int, variant uuid) RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE days int := "makeDays";
BEGIN
  IF days IS NULL OR "weeklyCapacity" IS NULL THEN RETURN days; END IF;
  days := days + 7 * (pieces_waiting(variant) / "weeklyCapacity");
  RETURN CASE WHEN days <= 180 THEN days END;
END $$;

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
    UNION ALL SELECT CASE WHEN v."makeMode" <> 'made_to_order' THEN 'made:ready' WHEN d.days <= 7 THEN 'made:7' WHEN d.days <= 14 THEN 'made:14'
        WHEN d.days <= 30 THEN 'made:30' ELSE 'made:longer' END
      FROM "Variant" v LEFT JOIN "StockItem" i ON i."variantId" = v.id CROSS JOIN LATERAL (SELECT making_days(v."makeDays", v."weeklyCapacity", v.id) AS days) d
      WHERE v."productId" = p.id AND v."retiredAt" IS NULL AND (d.days IS NOT NULL OR v."makeMode" <> 'made_to_order' AND i."onHand" > i.reserved)
    UNION ALL SELECT 'one:yes' FROM "Variant" v JOIN "StockItem" i ON i."variantId" = v.id
      WHERE v."productId" = p.id AND v."retiredAt" IS NULL AND v."makeMode" = 'one_of_a_kind' AND i."onHand" > i.reserved
    UNION ALL SELECT 'material:' || code FROM unnest(p."materialCodes") code
    UNION ALL SELECT 'colour:' || code FROM unnest(p."colourCodes") code
    UNION ALL SELECT 'occasion:' || code FROM unnest(p."occasionCodes") code
    UNION ALL SELECT 'abroad:yes' WHERE p."shipsAbroad"
  ) t(facet)) f;

-- Of the pieces in a parcel those of which a week's number is known.
CREATE FUNCTION search_queue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE pieces uuid[] := ARRAY(SELECT v."productId" FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId"
  WHERE l."sellerOrderId" = NEW.id AND v."weeklyCapacity" IS NOT NULL);
BEGIN
  IF cardinality(pieces) > 0 THEN
    PERFORM search_lock();
    PERFORM search_refresh_pieces(pieces);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER search_changed AFTER UPDATE OF status ON "SellerOrder" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND 'to_ship' IN (OLD.status::text, NEW.status::text)) EXECUTE FUNCTION search_queue_changed();

-- The pages of made-to-order pieces, and the maker's own, which shows which weeks are free; lists as well where the parcel fills a week, or frees one.
CREATE OR REPLACE FUNCTION queue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "OrderLine" l WHERE l."sellerOrderId" = NEW.id AND (l."makeMode" = 'made_to_order'
    OR EXISTS (SELECT 1 FROM "Variant" v WHERE v.id = l."variantId" AND v."weeklyCapacity" IS NOT NULL))) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_notify('pages', shown.page) FROM (
    SELECT CASE WHEN waits.now / waits.weekly <> (waits.now + CASE WHEN NEW.status = 'to_ship' THEN -waits.these ELSE waits.these END) / waits.weekly THEN '*'
        ELSE '/products/' || p.slug END AS page
      FROM (SELECT v."productId", v."weeklyCapacity" AS weekly, pieces_waiting(v.id) AS now, sum(l.quantity)::int AS these
        FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId" WHERE l."sellerOrderId" = NEW.id AND v."weeklyCapacity" IS NOT NULL GROUP BY v.id) waits
      JOIN "Product" p ON p.id = waits."productId"
    UNION ALL SELECT CASE WHEN s.kind = 'base' THEN '/bases/' ELSE '/makers/' END || s.slug FROM "Seller" s WHERE s.id = NEW."sellerId") AS shown;
  RETURN NULL;
END $$;

SELECT search_rebuild();
