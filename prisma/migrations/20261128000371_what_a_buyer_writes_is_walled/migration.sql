-- What a buyer writes with an order (words to the maker, the card of a gift, answers to what the maker asks) moves behind walls: the order keeps numbers alone. Seen by whoever may open the
-- order, by the maker with those who act for her and the desk over her, and by a base that has received the part to send it.

CREATE TABLE "OrderWords" (
    "orderId" UUID NOT NULL,
    "note" TEXT,
    "giftNote" TEXT,

    CONSTRAINT "OrderWords_pkey" PRIMARY KEY ("orderId"),
    CONSTRAINT "OrderWords_gift" CHECK (char_length("giftNote") BETWEEN 1 AND 200),
    CONSTRAINT "OrderWords_some" CHECK (note IS NOT NULL OR "giftNote" IS NOT NULL)
);
CREATE TABLE "LineAnswers" (
    "orderLineId" UUID NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "LineAnswers_pkey" PRIMARY KEY ("orderLineId")
);
ALTER TABLE "OrderWords" ADD CONSTRAINT "OrderWords_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "LineAnswers" ADD CONSTRAINT "LineAnswers_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "OrderWords" ("orderId", note, "giftNote") SELECT id, note, "giftNote" FROM "Order" WHERE note IS NOT NULL OR "giftNote" IS NOT NULL;
INSERT INTO "LineAnswers" ("orderLineId", answers) SELECT id, answers FROM "OrderLine" WHERE answers <> '[]';
ALTER TABLE "Order" DROP COLUMN note, DROP COLUMN "giftNote";
ALTER TABLE "OrderLine" DROP COLUMN answers;

CREATE FUNCTION part_in_scope(part uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerOrder" so WHERE so.id = part AND (seller_in_scope(so."sellerId") OR order_contact_in_scope(so."orderId"))) $$;
CREATE FUNCTION order_words_in_scope(the_order uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT order_contact_in_scope(the_order) OR EXISTS (SELECT 1 FROM "SellerOrder" so WHERE so."orderId" = the_order AND seller_in_scope(so."sellerId")) $$;

CREATE POLICY scope ON "OrderWords" USING (scope_job() IN ('checkout', 'order_access', 'payout') OR order_words_in_scope("orderId"));
CREATE POLICY scope ON "LineAnswers" USING (scope_job() IN ('checkout', 'order_access', 'payout')
  OR EXISTS (SELECT 1 FROM "OrderLine" l WHERE l.id = "orderLineId" AND part_in_scope(l."sellerOrderId")));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['OrderWords', 'LineAnswers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
