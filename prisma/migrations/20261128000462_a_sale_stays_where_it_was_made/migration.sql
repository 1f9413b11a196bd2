-- A sale counts where she was when it was earned, as her income does: a village or a shop that moves leaves its sales with the county in which they were made.

-- AlterTable
ALTER TABLE "SellerOrder" ADD COLUMN     "regionId" UUID;

-- Where a shop lay on a day: the place that it is in, or one that became it and existed then. Of a place that came back, the one in between.
CREATE FUNCTION place_on(place uuid, day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE former AS (
    SELECT r.id, r."validFrom", r."validTo" FROM "Region" r WHERE r.id = place
    UNION SELECT r.id, r."validFrom", r."validTo" FROM "Region" r JOIN former f ON r."replacedById" = f.id)
  SELECT coalesce((SELECT id FROM former WHERE daterange("validFrom", "validTo") @> day ORDER BY "validFrom" DESC LIMIT 1), place) $$;
UPDATE "SellerOrder" o SET "regionId" = place_on(s."regionId", (o."completedAt" AT TIME ZONE 'Asia/Shanghai')::date)
FROM "Seller" s WHERE s.id = o."sellerId" AND o.status = 'completed';
DROP FUNCTION place_on(uuid, date);

-- AlterTable
ALTER TABLE "SalesDay" ADD COLUMN     "regionId" UUID;
DELETE FROM "SalesDay";
ALTER TABLE "SalesDay" ALTER COLUMN "regionId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "SellerOrder_regionId_completedAt_idx" ON "SellerOrder"("regionId", "completedAt");

-- CreateIndex
CREATE INDEX "SalesDay_regionId_idx" ON "SalesDay"("regionId");

-- AddForeignKey
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesDay" ADD CONSTRAINT "SalesDay_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_earned_somewhere" CHECK ((status = 'completed') = ("regionId" IS NOT NULL));

CREATE FUNCTION earned_where_she_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'completed' AND (TG_OP = 'INSERT' OR OLD.status <> 'completed') THEN
    NEW."regionId" := (SELECT s."regionId" FROM "Seller" s WHERE s.id = NEW."sellerId");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER earned_where_she_is BEFORE INSERT OR UPDATE OF status ON "SellerOrder" FOR EACH ROW EXECUTE FUNCTION earned_where_she_is();
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "SellerOrder" FOR EACH ROW WHEN (OLD."regionId" IS NOT NULL AND NEW."regionId" IS DISTINCT FROM OLD."regionId")
  EXECUTE FUNCTION keep_the_past('regionId');

-- A row for each place of a day: she may have moved in the middle of it.
DROP INDEX "SalesDay_key";
CREATE UNIQUE INDEX "SalesDay_key" ON "SalesDay" ("sellerId", day, "regionId", "isWhole", coalesce("craftId", '00000000-0000-0000-0000-000000000000'::uuid), channel, "paidBy");

-- As before, with the place of the sale.
CREATE OR REPLACE VIEW "CountedSale" AS
  SELECT so.id AS "sellerOrderId", so."sellerId", so."orderId", so."completedAt", so."regionId" FROM "SellerOrder" so
  WHERE so.status = 'completed' AND NOT EXISTS (SELECT 1 FROM "OrderFlag" f WHERE f."sellerOrderId" = so.id AND f.decision IS DISTINCT FROM 'counted');

-- As before, with the place of the sale; what is given back counts where the sale did.
CREATE OR REPLACE VIEW "SalesFact" AS
  WITH sale AS NOT MATERIALIZED (
    SELECT so.id, so."sellerId", so."orderId", so."completedAt", (so."completedAt" AT TIME ZONE 'Asia/Shanghai')::date AS day, so."regionId" FROM "SellerOrder" so
    WHERE so.status = 'completed' AND EXISTS (SELECT 1 FROM "CountedSale" c WHERE c."sellerOrderId" = so.id)
      AND so."itemsFen" - so."discountFen" > coalesce((SELECT sum(b."amountFen") FROM "RefundLine" b JOIN "Refund" f ON f.id = b."refundId"
        WHERE b."sellerOrderId" = so.id AND b."orderLineId" IS NOT NULL AND f."createdAt" <= so."completedAt"), 0)),
  piece AS NOT MATERIALIZED (
    SELECT l.id, l."sellerOrderId", l.quantity, l."amountFen" - l."discountFen" + l."borneFen" AS fen, p."craftId"
    FROM "OrderLine" l LEFT JOIN "Variant" v ON v.id = l."variantId" LEFT JOIN "Product" p ON p.id = v."productId")
  SELECT s.id AS "sellerOrderId", s."sellerId", s.day, k."craftId", o.channel, order_paid_by(o.id) AS "paidBy", true AS "isSale",
    k.quantity AS pieces, k.fen AS "goodsFen", 0 AS "returnedPieces", 0::bigint AS "refundedFen", s."regionId"
    FROM sale s JOIN "Order" o ON o.id = s."orderId" JOIN piece k ON k."sellerOrderId" = s.id
  UNION ALL
  SELECT s.id, s."sellerId", s.day, k."craftId", o.channel, order_paid_by(o.id), false, 0, 0, b.quantity, b."amountFen" + b."borneFen", s."regionId"
    FROM sale s JOIN "Order" o ON o.id = s."orderId" JOIN "RefundLine" b ON b."sellerOrderId" = s.id JOIN "Refund" f ON f.id = b."refundId" AND f."createdAt" <= s."completedAt"
    JOIN piece k ON k.id = b."orderLineId"
  UNION ALL
  SELECT s.id, s."sellerId", (f."createdAt" AT TIME ZONE 'Asia/Shanghai')::date, k."craftId", o.channel, order_paid_by(o.id), false, 0, 0, b.quantity, b."amountFen" + b."borneFen", s."regionId"
    FROM "Refund" f JOIN "RefundLine" b ON b."refundId" = f.id JOIN sale s ON s.id = b."sellerOrderId" AND f."createdAt" > s."completedAt" JOIN "Order" o ON o.id = s."orderId"
    JOIN piece k ON k.id = b."orderLineId";

CREATE OR REPLACE FUNCTION sales_reckon(the_seller uuid, the_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "SalesDay" WHERE "sellerId" = the_seller AND day = the_day;
  INSERT INTO "SalesDay" (day, "sellerId", "regionId", "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen")
  SELECT day, "sellerId", "regionId", grouping("craftId") = 1, "craftId", channel, "paidBy", count(DISTINCT "sellerOrderId") FILTER (WHERE "isSale"), sum(pieces), sum("goodsFen"), sum("returnedPieces"), sum("refundedFen")
  FROM "SalesFact" WHERE "sellerId" = the_seller AND day = the_day
  GROUP BY GROUPING SETS ((day, "sellerId", "regionId", channel, "paidBy"), (day, "sellerId", "regionId", channel, "paidBy", "craftId"));
END $$;

CREATE OR REPLACE FUNCTION sales_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  LOCK TABLE "SalesDay" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "SalesDay";
  INSERT INTO "SalesDay" (day, "sellerId", "regionId", "isWhole", "craftId", channel, "paidBy", orders, pieces, "goodsFen", "returnedPieces", "refundedFen")
  SELECT day, "sellerId", "regionId", grouping("craftId") = 1, "craftId", channel, "paidBy", count(DISTINCT "sellerOrderId") FILTER (WHERE "isSale"), sum(pieces), sum("goodsFen"), sum("returnedPieces"), sum("refundedFen")
  FROM "SalesFact" GROUP BY GROUPING SETS ((day, "sellerId", "regionId", channel, "paidBy"), (day, "sellerId", "regionId", channel, "paidBy", "craftId"));
END $$;

-- A county sees its own past, also of whoever moved away, and nothing from before somebody came.
DROP POLICY scope ON "SalesDay";
CREATE POLICY scope ON "SalesDay" FOR SELECT USING ("regionId" IN (SELECT r.id FROM "Region" r WHERE r.path <@ scope_region()));

-- The sales that statistics do not count, and whether that is decided: ids alone, read as the owner, because the flag itself goes with its shop to the desk that decides about it.
CREATE VIEW "LeftOutSale" AS
  SELECT f."sellerOrderId", f.decision IS NOT NULL AS "isDecided" FROM "OrderFlag" f WHERE f.decision IS DISTINCT FROM 'counted';

SELECT sales_rebuild();
