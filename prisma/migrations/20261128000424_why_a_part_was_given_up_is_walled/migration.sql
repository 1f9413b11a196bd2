-- Why a part of an order was given up, in the words of whoever did, moves behind a wall: words may name somebody. Read by the buyer, by the maker with whoever has her orders in hand and the desk over
-- her, and by the jobs that open an order's page and pay out; never by the base that was to send it.
CREATE TABLE "CancelWords" (
    "sellerOrderId" UUID NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "CancelWords_pkey" PRIMARY KEY ("sellerOrderId"),
    CONSTRAINT "CancelWords_note" CHECK ("note" <> '')
);
ALTER TABLE "CancelWords" ADD CONSTRAINT "CancelWords_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "CancelWords" ("sellerOrderId", note) SELECT id, "cancelNote" FROM "SellerOrder" WHERE "cancelNote" <> '';
ALTER TABLE "SellerOrder" DROP COLUMN "cancelNote";

ALTER TABLE "CancelWords" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CancelWords" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "CancelWords" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "CancelWords" USING (scope_job() IN ('order_access', 'payout') OR EXISTS (SELECT 1 FROM "SellerOrder" so WHERE so.id = "sellerOrderId"
  AND (seller_work_in_scope(so."sellerId", 'orders') OR bought_in_scope(so."orderId"))));
