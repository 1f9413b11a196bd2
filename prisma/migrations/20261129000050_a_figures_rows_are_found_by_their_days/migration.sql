-- A figure's rows are found by the makers' days that it sums, and nothing else is read for them.

-- DropIndex
DROP INDEX "SalesDay_regionId_idx";

-- DropIndex
DROP INDEX "SalesDay_craftId_idx";

-- CreateIndex
CREATE INDEX "SalesDay_regionId_day_idx" ON "SalesDay"("regionId", "day");

-- CreateIndex
CREATE INDEX "SalesDay_craftId_day_idx" ON "SalesDay"("craftId", "day");

-- How an order was sold and how its money came: a word for the buyer's way, the same for all its dues or the first of them. A view, because a function was called anew for every line.
CREATE VIEW "OrderWay" AS
  SELECT o.id AS "orderId", o.channel, coalesce((SELECT CASE WHEN p.gateway = 'bank_transfer' THEN 'bank_transfer' ELSE p.method END FROM "OrderDue" d JOIN "Payment" p ON p."dueId" = d.id
    WHERE d."orderId" = o.id AND p.state = 'paid' ORDER BY d.seq, p.attempt LIMIT 1), 'other') AS "paidBy"
  FROM "Order" o;

-- As before, but that a line is joined to what it belongs to and its craft after it: grouped as a query of their own, the lines of the whole shop were read with every asking.
CREATE OR REPLACE VIEW "SalesFact" AS
  WITH sale AS NOT MATERIALIZED (
    SELECT so.id, so."sellerId", so."orderId", so."completedAt", (so."completedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, so."regionId" FROM "SellerOrder" so
    WHERE so.status = 'completed' AND EXISTS (SELECT 1 FROM "CountedSale" c WHERE c."sellerOrderId" = so.id)
      AND so."itemsFen" - so."discountFen" > coalesce((SELECT sum(b."amountFen") FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId"
        WHERE b."sellerOrderId" = so.id AND b."orderLineId" IS NOT NULL AND f."createdAt" <= so."completedAt"), 0))
  SELECT s.id AS "sellerOrderId", s."sellerId", s.day, p."craftId", w.channel, w."paidBy", true AS "isSale",
    l.quantity AS pieces, l."amountFen" - l."discountFen" + l."borneFen" AS "goodsFen", 0 AS "returnedPieces", 0::bigint AS "refundedFen", s."regionId"
    FROM sale s JOIN "OrderWay" w ON w."orderId" = s."orderId" JOIN "OrderLine" l ON l."sellerOrderId" = s.id
    LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId"
  UNION ALL
  SELECT s.id, s."sellerId", s.day, p."craftId", w.channel, w."paidBy", false, 0, 0, b.quantity, b."amountFen" + b."borneFen", s."regionId"
    FROM sale s JOIN "RefundLine" b ON b."sellerOrderId" = s.id JOIN "Refund" f ON f.id = b."refundId" AND f."createdAt" <= s."completedAt" JOIN "OrderWay" w ON w."orderId" = s."orderId"
    JOIN "OrderLine" l ON l.id = b."orderLineId" LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId"
  UNION ALL
  SELECT s.id, s."sellerId", (f."createdAt" AT TIME ZONE 'Asia/Shanghai')::date, p."craftId", w.channel, w."paidBy", false, 0, 0, b.quantity, b."amountFen" + b."borneFen", s."regionId"
    FROM "Refund" f JOIN "RefundLine" b ON b."refundId" = f.id JOIN sale s ON s.id = b."sellerOrderId" AND f."createdAt" > s."completedAt" JOIN "OrderWay" w ON w."orderId" = s."orderId"
    JOIN "OrderLine" l ON l.id = b."orderLineId" LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId";

DROP FUNCTION order_paid_by(uuid);

-- As before, but the days lie in their order, as they do when each is added in its time.
CREATE OR REPLACE FUNCTION sales_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  LOCK TABLE "SalesDay" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "SalesDay";
  INSERT INTO "SalesDay" (day, "sellerId", "regionId", "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen")
  SELECT day, "sellerId", "regionId", grouping("craftId") = 1, "craftId", channel, "paidBy", count(DISTINCT "sellerOrderId") FILTER (WHERE "isSale"), sum(pieces), sum("goodsFen"), sum("returnedPieces"), sum("refundedFen")
  FROM "SalesFact" GROUP BY GROUPING SETS ((day, "sellerId", "regionId", channel, "paidBy"), (day, "sellerId", "regionId", channel, "paidBy", "craftId")) ORDER BY day;
END $$;
