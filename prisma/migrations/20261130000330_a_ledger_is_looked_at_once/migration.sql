-- The books keep every rule they had. They are looked at once for each statement that writes entries, not once for each entry: a payment has seven.
--   Entries stay for ever as they were written, and no transaction gets more of them than it was sealed with. So they are all there exactly when as many are there as that, and
--   the statement that writes the last of them is where their sums and their accounts are looked at. Whatever comes later is one too many, and refused at once.

CREATE FUNCTION ledger_entries_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE broken record;
BEGIN
  SELECT t.id, sums.legs <> t.legs AS "isLate", NOT sums."isEven" AS "isUneven" INTO broken
  FROM (SELECT DISTINCT "transactionId" AS id FROM written) touched JOIN "LedgerTransaction" t ON t.id = touched.id,
    LATERAL (SELECT sum(part.legs) AS legs, bool_and(part.total = 0) AS "isEven", bool_and(part."isHeld") AS "isHeld"
      FROM (SELECT count(*) AS legs, sum(e."amountMinor") AS total, bool_and(a.currency = e.currency) AS "isHeld"
        FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e."transactionId" = t.id GROUP BY e.currency) part) sums
  WHERE sums.legs > t.legs OR sums.legs = t.legs AND NOT (sums."isEven" AND sums."isHeld") LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF broken."isLate" THEN
    RAISE EXCEPTION 'ledger transaction % is sealed with another number of legs', broken.id USING ERRCODE = 'check_violation';
  END IF;
  IF broken."isUneven" THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', broken.id USING ERRCODE = 'check_violation';
  END IF;
  RAISE EXCEPTION 'ledger transaction % books a currency that an account does not hold', broken.id USING ERRCODE = 'check_violation';
END $$;

-- What is left to look at when all of it is written: that the entries are all there.
CREATE OR REPLACE FUNCTION ledger_is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "LedgerEntry" WHERE "transactionId" = NEW.id) <> NEW.legs THEN
    RAISE EXCEPTION 'ledger transaction % is sealed with another number of legs', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER ledger_is_sealed ON "LedgerEntry";
CREATE TRIGGER ledger_entries_hold AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_hold();

-- Kept pages say which weeks are free, of what is made to order alone: that a piece off the shelf is paid or sent makes none of them old.
CREATE OR REPLACE FUNCTION queue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "OrderLine" l WHERE l."sellerOrderId" = NEW.id AND (l."makeMode" = 'made_to_order'
    OR EXISTS (SELECT 1 FROM "Variant" v WHERE v.id = l."variantId" AND v."weeklyCapacity" IS NOT NULL))) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_notify('pages', shown.page) FROM (
    SELECT '/products/' || p.slug AS page FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE l."sellerOrderId" = NEW.id AND v."weeklyCapacity" IS NOT NULL
    UNION ALL SELECT CASE WHEN s.kind = 'base' THEN '/bases/' ELSE '/makers/' END || s.slug FROM "Seller" s WHERE s.id = NEW."sellerId") AS shown;
  RETURN NULL;
END $$;

-- An account holds the currency that it was opened in: what its entries were looked at by never changes under them.
CREATE TRIGGER keep_the_past BEFORE UPDATE OF currency ON "LedgerAccount" FOR EACH ROW EXECUTE FUNCTION keep_the_past('currency');
