-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "deviceHash" BYTEA;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "deviceHash" BYTEA;

-- CreateIndex
CREATE INDEX "Session_deviceHash_idx" ON "Session"("deviceHash");

ALTER TABLE "OrderFlag" DROP CONSTRAINT "OrderFlag_signs",
  ADD CONSTRAINT "OrderFlag_signs" CHECK (cardinality(signs) > 0 AND signs <@ ARRAY['account', 'phone', 'household', 'address', 'device', 'staff']);

-- One more sign: the order came from a browser in which somebody near the seller, or staff of her region, has signed in.
CREATE OR REPLACE FUNCTION signs_of_sale(sale uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH near AS MATERIALIZED (SELECT * FROM people_near_sale(sale)),
  buyer AS MATERIALIZED (SELECT * FROM people_of_buyer(sale)),
  place AS (SELECT so."orderId", c."placeIndex" FROM "SellerOrder" so JOIN "OrderContact" c ON c."orderId" = so."orderId" WHERE so.id = sale AND c."placeIndex" IS NOT NULL),
  found AS (
    SELECT CASE WHEN near.how = 'own' THEN buyer.how WHEN near.how = 'kin' THEN 'household' ELSE 'staff' END AS sign FROM near JOIN buyer USING (person)
    UNION SELECT 'address' FROM place JOIN "Address" a ON a."placeIndex" = place."placeIndex" JOIN near ON near.person = a."personId"
    UNION SELECT 'address' FROM place JOIN "OrderContact" c ON c."placeIndex" = place."placeIndex" AND c."orderId" <> place."orderId"
      JOIN "Order" o ON o.id = c."orderId" JOIN "Party" y ON y.id = o."buyerPartyId" JOIN near ON near.person = y."personId"
    UNION SELECT 'device' FROM "SellerOrder" so JOIN "Order" o ON o.id = so."orderId" JOIN "Session" s ON s."deviceHash" = o."deviceHash" JOIN "User" u ON u.id = s."userId" JOIN near ON near.person = u."personId"
      WHERE so.id = sale)
  SELECT coalesce(array_agg(s.sign ORDER BY s.place), '{}') FROM unnest(ARRAY['account', 'phone', 'household', 'address', 'device', 'staff']) WITH ORDINALITY s(sign, place)
  WHERE s.sign IN (SELECT sign FROM found) $$;
