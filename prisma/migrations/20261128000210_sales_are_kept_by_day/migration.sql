-- CreateTable
CREATE TABLE "SalesDay" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    "sellerId" UUID NOT NULL,
    "isWhole" BOOLEAN NOT NULL,
    "craftId" UUID,
    "channel" "Channel" NOT NULL,
    "paidBy" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "pieces" INTEGER NOT NULL,
    "goodsFen" BIGINT NOT NULL,
    "returnedPieces" INTEGER NOT NULL,
    "refundedFen" BIGINT NOT NULL,

    CONSTRAINT "SalesDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesChange" (
    "id" BIGSERIAL NOT NULL,
    "sellerOrderId" UUID NOT NULL,

    CONSTRAINT "SalesChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SalesDay_sellerId_day_idx" ON "SalesDay"("sellerId", "day");

-- CreateIndex
CREATE INDEX "SalesDay_isWhole_day_idx" ON "SalesDay"("isWhole", "day");

-- CreateIndex
CREATE INDEX "SalesDay_craftId_idx" ON "SalesDay"("craftId");

-- AddForeignKey
ALTER TABLE "SalesDay" ADD CONSTRAINT "SalesDay_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesDay" ADD CONSTRAINT "SalesDay_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "SalesDay"
  ADD CONSTRAINT "SalesDay_whole" CHECK (NOT ("isWhole" AND "craftId" IS NOT NULL)),
  ADD CONSTRAINT "SalesDay_counts" CHECK (orders >= 0 AND pieces >= 0 AND "goodsFen" >= 0 AND "returnedPieces" >= 0 AND "refundedFen" >= 0);
CREATE UNIQUE INDEX "SalesDay_key" ON "SalesDay" ("sellerId", day, "isWhole", coalesce("craftId", '00000000-0000-0000-0000-000000000000'::uuid), channel, "paidBy");

-- by day of earning and of giving back, as the view below asks
CREATE INDEX "SellerOrder_completedOn" ON "SellerOrder" ((("completedAt" AT TIME ZONE 'Asia/Shanghai')::date), "sellerId") WHERE status = 'completed';
CREATE INDEX "SellerOrder_earnedBy" ON "SellerOrder" ("sellerId", (("completedAt" AT TIME ZONE 'Asia/Shanghai')::date)) WHERE status = 'completed';
CREATE INDEX "Refund_createdOn" ON "Refund" ((("createdAt" AT TIME ZONE 'Asia/Shanghai')::date));
-- for payments of a month
CREATE INDEX "PayoutLineEvent_state_at" ON "PayoutLineEvent" (state, at) WHERE state IN ('paid', 'returned');

-- How the money of an order came: a word for the buyer's way, the same for all its dues or the first of them.
CREATE FUNCTION order_paid_by(the_order uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT CASE WHEN p.gateway = 'bank_transfer' THEN 'bank_transfer' ELSE p.method END FROM "OrderDue" d JOIN "Payment" p ON p."dueId" = d.id
    WHERE d."orderId" = the_order AND p.state = 'paid' ORDER BY d.seq, p.attempt LIMIT 1), 'other') $$;

-- What a statistic of sales consists of, one row for each line that was sold and each that was given back: a sale on the day on which it was earned, what was given back on its own day,
-- not before the sale. Sales that are not counted (view CountedSale), and those given back whole before they were earned, are not in it. Postage is not goods.
CREATE VIEW "SalesFact" AS
  WITH sale AS NOT MATERIALIZED (
    SELECT so.id, so."sellerId", so."orderId", so."completedAt", (so."completedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day FROM "SellerOrder" so
    WHERE so.status = 'completed' AND EXISTS (SELECT 1 FROM "CountedSale" c WHERE c."sellerOrderId" = so.id)
      AND so."itemsFen" - so."discountFen" > coalesce((SELECT sum(b."amountFen") FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId"
        WHERE b."sellerOrderId" = so.id AND b."orderLineId" IS NOT NULL AND f."createdAt" <= so."completedAt"), 0)),
  piece AS NOT MATERIALIZED (
    SELECT l.id, l."sellerOrderId", l.quantity, l."amountFen" - l."discountFen" + l."borneFen" AS fen, p."craftId"
    FROM "OrderLine" l LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId")
  SELECT s.id AS "sellerOrderId", s."sellerId", s.day, k."craftId", o.channel, order_paid_by(o.id) AS "paidBy", true AS "isSale",
    k.quantity AS pieces, k.fen AS "goodsFen", 0 AS "returnedPieces", 0::bigint AS "refundedFen"
    FROM sale s JOIN "Order" o ON o.id = s."orderId" JOIN piece k ON k."sellerOrderId" = s.id
  UNION ALL
  SELECT s.id, s."sellerId", s.day, k."craftId", o.channel, order_paid_by(o.id), false, 0, 0, b.quantity, b."amountFen" + b."borneFen"
    FROM sale s JOIN "Order" o ON o.id = s."orderId" JOIN "RefundLine" b ON b."sellerOrderId" = s.id JOIN "Refund" f ON f.id = b."refundId" AND f."createdAt" <= s."completedAt"
    JOIN piece k ON k.id = b."orderLineId"
  UNION ALL
  SELECT s.id, s."sellerId", (f."createdAt" AT TIME ZONE 'Asia/Shanghai')::date, k."craftId", o.channel, order_paid_by(o.id), false, 0, 0, b.quantity, b."amountFen" + b."borneFen"
    FROM "Refund" f JOIN "RefundLine" b ON b."refundId" = f.id JOIN sale s ON s.id = b."sellerOrderId" AND f."createdAt" > s."completedAt" JOIN "Order" o ON o.id = s."orderId"
    JOIN piece k ON k.id = b."orderLineId";

-- A day of a maker, from the rows. Who calls it holds the lock of the seller.
CREATE FUNCTION sales_reckon(the_seller uuid, the_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "SalesDay" WHERE "sellerId" = the_seller AND day = the_day;
  INSERT INTO "SalesDay" (day, "sellerId", "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen")
  SELECT day, "sellerId", grouping("craftId") = 1, "craftId", channel, "paidBy", count(DISTINCT "sellerOrderId") FILTER (WHERE "isSale"), sum(pieces), sum("goodsFen"), sum("returnedPieces"), sum("refundedFen")
  FROM "SalesFact" WHERE "sellerId" = the_seller AND day = the_day
  GROUP BY GROUPING SETS ((day, "sellerId", channel, "paidBy"), (day, "sellerId", channel, "paidBy", "craftId"));
END $$;

-- All days of all makers: after rows came in with the triggers off.
CREATE FUNCTION sales_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  LOCK TABLE "SalesDay" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "SalesDay";
  INSERT INTO "SalesDay" (day, "sellerId", "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen")
  SELECT day, "sellerId", grouping("craftId") = 1, "craftId", channel, "paidBy", count(DISTINCT "sellerOrderId") FILTER (WHERE "isSale"), sum(pieces), sum("goodsFen"), sum("returnedPieces"), sum("refundedFen")
  FROM "SalesFact" GROUP BY GROUPING SETS ((day, "sellerId", channel, "paidBy"), (day, "sellerId", channel, "paidBy", "craftId"));
END $$;

-- A change of a sale is noted where it happens and reckoned once, before the transaction ends, when all of it is known.
CREATE FUNCTION sales_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'SellerOrder' THEN INSERT INTO "SalesChange" ("sellerOrderId") VALUES (NEW.id);
    WHEN 'Product' THEN INSERT INTO "SalesChange" ("sellerOrderId")
      SELECT DISTINCT l."sellerOrderId" FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId" WHERE v."productId" = NEW.id;
    WHEN 'Payment' THEN INSERT INTO "SalesChange" ("sellerOrderId")
      SELECT so.id FROM "OrderDue" d JOIN "SellerOrder" so ON so."orderId" = d."orderId" WHERE d.id = NEW."dueId" AND so.status = 'completed';
    ELSE INSERT INTO "SalesChange" ("sellerOrderId") VALUES ((to_jsonb(NEW) ->> 'sellerOrderId')::uuid);
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER sales_gain AFTER INSERT ON "SellerOrder" FOR EACH ROW WHEN (NEW.status = 'completed') EXECUTE FUNCTION sales_change();
CREATE TRIGGER sales_change AFTER UPDATE OF status, "completedAt" ON "SellerOrder" FOR EACH ROW WHEN (NEW.status = 'completed') EXECUTE FUNCTION sales_change();
CREATE TRIGGER sales_change AFTER INSERT OR UPDATE ON "OrderFlag" FOR EACH ROW EXECUTE FUNCTION sales_change();
CREATE TRIGGER sales_change AFTER INSERT ON "RefundLine" FOR EACH ROW EXECUTE FUNCTION sales_change();
CREATE TRIGGER sales_change AFTER UPDATE OF method ON "Payment" FOR EACH ROW WHEN (NEW.state = 'paid' AND NEW.method IS DISTINCT FROM OLD.method) EXECUTE FUNCTION sales_change();
CREATE TRIGGER sales_change AFTER UPDATE OF "craftId" ON "Product" FOR EACH ROW WHEN (NEW."craftId" IS DISTINCT FROM OLD."craftId") EXECUTE FUNCTION sales_change();

-- Sellers are locked in one order, at the very end: two transactions never wait for each other. Once a seller is locked, what others committed of hers is seen by the next statement.
CREATE FUNCTION sales_reckon_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE one record;
BEGIN
  FOR one IN
    WITH taken AS (DELETE FROM "SalesChange" RETURNING "sellerOrderId"),
    sale AS (SELECT so.id, so."sellerId", so."completedAt" FROM "SellerOrder" so WHERE so.id IN (SELECT "sellerOrderId" FROM taken) AND so.status = 'completed')
    SELECT s."sellerId", (s."completedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day FROM sale s
    UNION SELECT s."sellerId", (greatest(f."createdAt", s."completedAt") AT TIME ZONE 'Asia/Shanghai')::date
      FROM sale s JOIN "RefundLine" b ON b."sellerOrderId" = s.id JOIN "Refund" f ON f.id = b."refundId"
    ORDER BY 1, 2
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('sales:' || one."sellerId", 0));
    PERFORM sales_reckon(one."sellerId", one.day);
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sales_reckon_changes AFTER INSERT ON "SalesChange" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sales_reckon_changes();

ALTER TABLE "SalesDay" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SalesDay" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "SalesDay" TO CURRENT_USER USING (true);
-- read alone; asked once for all rows, since a month of a city has many
CREATE POLICY scope ON "SalesDay" FOR SELECT USING ("sellerId" IN (SELECT s.id FROM "Seller" s JOIN "Region" r ON r.id = s."regionId" WHERE r.path <@ scope_region()));
ALTER TABLE "SalesChange" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SalesChange" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "SalesChange" TO CURRENT_USER USING (true);

SELECT sales_rebuild();
