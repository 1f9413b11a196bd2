-- What is checked and noted at each purchase stays as it was; it is asked in fewer statements, which are planned once.

-- A step is noted by a statement that stands in the function: one that is put together is parsed and planned at each step.
CREATE OR REPLACE FUNCTION note_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'OrderDue' THEN INSERT INTO "OrderDueEvent" ("orderDueId", state) VALUES (NEW.id, NEW.state);
    WHEN 'StockReservation' THEN INSERT INTO "StockReservationEvent" ("stockReservationId", state) VALUES (NEW.id, NEW.state);
    WHEN 'PayoutLine' THEN INSERT INTO "PayoutLineEvent" ("payoutLineId", state) VALUES (NEW.id, NEW.state);
    WHEN 'Product' THEN INSERT INTO "ProductEvent" ("productId", status) VALUES (NEW.id, NEW.status);
    WHEN 'Seller' THEN INSERT INTO "SellerEvent" ("sellerId", status) VALUES (NEW.id, NEW.status);
  END CASE;
  RETURN NULL;
END $$;

-- One look says whether a transaction is as it should be; which rule another one breaks is looked for then.
CREATE OR REPLACE FUNCTION ledger_is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_transaction uuid;
BEGIN
  IF TG_TABLE_NAME = 'LedgerTransaction' THEN the_transaction := NEW.id; ELSE the_transaction := NEW."transactionId"; END IF;
  IF (SELECT sum(part.legs) = (SELECT legs FROM "LedgerTransaction" WHERE id = the_transaction) AND bool_and(part.total = 0) AND bool_and(part."isHeld")
      FROM (SELECT count(*) AS legs, sum(e."amountMinor") AS total, bool_and(a.currency = e.currency) AS "isHeld"
        FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e."transactionId" = the_transaction GROUP BY e.currency) part) THEN
    RETURN NULL;
  END IF;
  IF (SELECT count(*) FROM "LedgerEntry" WHERE "transactionId" = the_transaction) <> (SELECT legs FROM "LedgerTransaction" WHERE id = the_transaction) THEN
    RAISE EXCEPTION 'ledger transaction % is sealed with another number of legs', the_transaction USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "transactionId" = the_transaction GROUP BY currency HAVING sum("amountMinor") <> 0) THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', the_transaction USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e."transactionId" = the_transaction AND a.currency <> e.currency) THEN
    RAISE EXCEPTION 'ledger transaction % books a currency that an account does not hold', the_transaction USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_order uuid;
  sums record;
BEGIN
  IF TG_TABLE_NAME = 'Order' THEN the_order := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN the_order := OLD."orderId";
  ELSE the_order := NEW."orderId";
  END IF;
  SELECT due.total <> o."totalFen" AS "isDueOtherwise", due.deposit * 5 > o."totalFen" AS "isDeep",
    (part.items, part.discount, part.postage) <> (o."itemsFen", o."discountFen", o."postageFen") AS "isParted",
    o."discountFen" > 0 AND NOT EXISTS (SELECT 1 FROM "PromotionUse" u WHERE u."orderId" = o.id) AS "isUnpromoted" INTO sums
  FROM "Order" o,
    LATERAL (SELECT coalesce(sum("amountFen"), 0) AS total, coalesce(sum("amountFen") FILTER (WHERE kind = 'deposit'), 0) AS deposit FROM "OrderDue" WHERE "orderId" = o.id) due,
    LATERAL (SELECT coalesce(sum("itemsFen"), 0) AS items, coalesce(sum("discountFen"), 0) AS discount, coalesce(sum("postageFen"), 0) AS postage
      FROM "SellerOrder" WHERE "orderId" = o.id) part
  WHERE o.id = the_order;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF sums."isDueOtherwise" THEN
    RAISE EXCEPTION 'the dues of order % do not sum to its total', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF sums."isDeep" THEN
    RAISE EXCEPTION 'a deposit is at most 20 %% of order %', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF sums."isParted" THEN
    RAISE EXCEPTION 'the seller orders of order % do not sum to it', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF sums."isUnpromoted" THEN
    RAISE EXCEPTION 'the discount of order % has no promotion', the_order USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION seller_order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_part uuid;
BEGIN
  IF TG_TABLE_NAME = 'SellerOrder' THEN the_part := NEW.id; ELSE the_part := NEW."sellerOrderId"; END IF;
  IF (SELECT (coalesce(sum(l."amountFen"), 0), coalesce(sum(l."discountFen"), 0)) <> (p."itemsFen"::numeric, p."discountFen"::numeric)
      FROM "SellerOrder" p LEFT JOIN "OrderLine" l ON l."sellerOrderId" = p.id WHERE p.id = the_part GROUP BY p.id) THEN
    RAISE EXCEPTION 'the lines of seller order % do not sum to it', the_part USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- What a page shows is how many are free; whoever pays takes one away that was kept for her already.
DROP TRIGGER pages_change ON "StockItem";
CREATE TRIGGER pages_change AFTER UPDATE ON "StockItem" FOR EACH ROW
  WHEN (NEW."variantId" IS NOT NULL AND (NEW."onHand" - NEW.reserved) IS DISTINCT FROM (OLD."onHand" - OLD.reserved)) EXECUTE FUNCTION pieces_changed();

-- Which job it is stands in a setting; whose order it is has to be looked for.
ALTER POLICY scope ON "OrderContact" USING (scope_job() = ANY (ARRAY['checkout', 'order_access']) OR order_contact_in_scope("orderId"));

-- Both are asked by functions that see all rows already, and become part of their statements.
ALTER FUNCTION people_near_sale(uuid) SECURITY INVOKER RESET ALL;
ALTER FUNCTION people_of_buyer(uuid) SECURITY INVOKER RESET ALL;

CREATE OR REPLACE FUNCTION postage_fits_destination() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT r."zoneId" FROM "PostageRate" r WHERE r.id = NEW."postageRateId")
    IS DISTINCT FROM (SELECT c."zoneId" FROM "Order" o JOIN "Country" c ON c.code = o.country WHERE o.id = NEW."orderId") THEN
    RAISE EXCEPTION 'the postage of seller order % is not of its destination', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER earned_where_she_is ON "SellerOrder";
CREATE TRIGGER earned_where_she_is BEFORE INSERT OR UPDATE OF status ON "SellerOrder" FOR EACH ROW WHEN (NEW.status = 'completed') EXECUTE FUNCTION earned_where_she_is();

-- The pages of made-to-order pieces, and the maker's own, which shows which weeks are free.
CREATE OR REPLACE FUNCTION queue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pages', shown.page) FROM (
    SELECT '/products/' || p.slug AS page FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE l."sellerOrderId" = NEW.id AND v."weeklyCapacity" IS NOT NULL
    UNION ALL SELECT CASE WHEN s.kind = 'base' THEN '/bases/' ELSE '/makers/' END || s.slug FROM "Seller" s WHERE s.id = NEW."sellerId") AS shown;
  RETURN NULL;
END $$;

-- Texts are kept as they are: what a payment named when it was made is what it named.
CREATE OR REPLACE FUNCTION agreed_before_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."abroadTextId" IS NOT NULL AND (NEW."abroadTextId", NEW."abroadAgreedAt") IS DISTINCT FROM (OLD."abroadTextId", OLD."abroadAgreedAt") THEN
    RAISE EXCEPTION 'what the buyer of payment % agreed to is kept as it was', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."abroadTextId" IS NOT NULL AND (TG_OP = 'INSERT' OR NEW."abroadTextId" IS DISTINCT FROM OLD."abroadTextId")
     AND NOT EXISTS (SELECT 1 FROM "TextVersion" WHERE id = NEW."abroadTextId" AND kind = 'payment_abroad') THEN
    RAISE EXCEPTION 'payment % names another text than that on payments abroad', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.gateway = 'stripe' AND NEW."sessionId" IS NOT NULL AND NEW."abroadTextId" IS NULL
     AND EXISTS (SELECT 1 FROM "TextVersion" WHERE kind = 'payment_abroad' AND "validFrom" <= NEW."createdAt") THEN
    RAISE EXCEPTION 'the buyer of payment % has not agreed that it goes abroad', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
