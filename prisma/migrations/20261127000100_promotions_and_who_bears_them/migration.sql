-- CreateEnum
CREATE TYPE "PromotionBearer" AS ENUM ('platform', 'seller', 'sponsor');

-- AlterTable
ALTER TABLE "Cart" ADD COLUMN     "promoCode" TEXT;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "discountFen" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "SellerOrder" ADD COLUMN     "discountFen" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "OrderLine" ADD COLUMN     "borneFen" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "discountFen" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "RefundLine" ADD COLUMN     "borneFen" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Promotion" (
    "id" UUID NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "code" TEXT,
    "percentBps" INTEGER,
    "offFen" BIGINT,
    "minSpendFen" BIGINT NOT NULL DEFAULT 0,
    "craftId" UUID,
    "sellerId" UUID,
    "bearer" "PromotionBearer" NOT NULL,
    "organisationId" UUID,
    "mostUses" INTEGER,
    "mostPerBuyer" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validTo" TIMESTAMPTZ(3) NOT NULL,
    "agreedAt" TIMESTAMPTZ(3),
    "agreedById" UUID,
    "note" TEXT NOT NULL,
    "replacesId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PromotionUse" (
    "orderId" UUID NOT NULL,
    "promotionId" UUID NOT NULL,
    "phoneIndex" BYTEA NOT NULL,
    "buyerPartyId" UUID,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "givenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "PromotionUse_pkey" PRIMARY KEY ("orderId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Promotion_replacesId_key" ON "Promotion"("replacesId");

-- CreateIndex
CREATE INDEX "Promotion_craftId_idx" ON "Promotion"("craftId");

-- CreateIndex
CREATE INDEX "Promotion_sellerId_validTo_idx" ON "Promotion"("sellerId", "validTo");

-- CreateIndex
CREATE INDEX "Promotion_organisationId_idx" ON "Promotion"("organisationId");

-- CreateIndex
CREATE INDEX "Promotion_agreedById_idx" ON "Promotion"("agreedById");

-- CreateIndex
CREATE INDEX "Promotion_createdById_idx" ON "Promotion"("createdById");

-- CreateIndex
CREATE INDEX "Promotion_validTo_idx" ON "Promotion"("validTo");

-- CreateIndex
CREATE INDEX "PromotionUse_promotionId_phoneIndex_idx" ON "PromotionUse"("promotionId", "phoneIndex");

-- CreateIndex
CREATE INDEX "PromotionUse_promotionId_buyerPartyId_idx" ON "PromotionUse"("promotionId", "buyerPartyId");

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_agreedById_fkey" FOREIGN KEY ("agreedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromotionUse" ADD CONSTRAINT "PromotionUse_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromotionUse" ADD CONSTRAINT "PromotionUse_promotionId_fkey" FOREIGN KEY ("promotionId") REFERENCES "Promotion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what a promotion is
ALTER TABLE "Promotion" ADD CONSTRAINT "Promotion_takes" CHECK (num_nonnulls("percentBps", "offFen") = 1 AND "percentBps" BETWEEN 1 AND 9000 AND "offFen" > 0),
  ADD CONSTRAINT "Promotion_code" CHECK (code ~ '^[0-9A-Z-]{3,24}$'),
  ADD CONSTRAINT "Promotion_range" CHECK ("validTo" >= "validFrom" AND "minSpendFen" >= 0),
  ADD CONSTRAINT "Promotion_caps" CHECK ("mostUses" > 0 AND used <= "mostUses" AND used >= 0),
  ADD CONSTRAINT "Promotion_per_buyer" CHECK ("mostPerBuyer" IS NULL OR ("mostPerBuyer" > 0 AND code IS NOT NULL)),
  ADD CONSTRAINT "Promotion_bearer" CHECK ((bearer = 'sponsor') = ("organisationId" IS NOT NULL) AND (bearer <> 'seller' OR ("sellerId" IS NOT NULL AND coalesce("percentBps", 0) <= 5000))),
  ADD CONSTRAINT "Promotion_agreed" CHECK (("agreedAt" IS NULL) = ("agreedById" IS NULL) AND ("agreedAt" IS NULL OR bearer = 'seller')),
  ADD CONSTRAINT "Promotion_one_per_code" EXCLUDE USING gist (code WITH =, tstzrange("validFrom", "validTo") WITH &&) WHERE (code IS NOT NULL);
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "Promotion" FOR EACH ROW EXECUTE FUNCTION keep_the_past('nameZh', 'nameEn', 'code', 'percentBps', 'offFen',
  'minSpendFen', 'craftId', 'sellerId', 'bearer', 'organisationId', 'mostUses', 'mostPerBuyer', 'validFrom', 'note', 'replacesId', 'createdById');
CREATE TRIGGER keep_the_agreement BEFORE UPDATE ON "Promotion" FOR EACH ROW WHEN (OLD."agreedAt" IS NOT NULL)
  EXECUTE FUNCTION keep_the_past('agreedAt', 'agreedById');
CREATE FUNCTION promotion_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."validTo" > OLD."validTo" THEN
    RAISE EXCEPTION 'a promotion is never made longer: begin another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER promotion_only_ends BEFORE UPDATE OF "validTo" ON "Promotion" FOR EACH ROW EXECUTE FUNCTION promotion_only_ends();

-- the caps hold, however many press at once: taking and giving back keep the number, buyers of one phone or account take turns
CREATE FUNCTION promotion_is_used() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p record; is_held boolean := NEW."givenBackAt" IS NULL;
BEGIN
  IF TG_OP = 'UPDATE' AND is_held = (OLD."givenBackAt" IS NULL) THEN RETURN NEW; END IF;
  SELECT "mostUses", "mostPerBuyer" INTO p FROM "Promotion" WHERE id = NEW."promotionId";
  IF p."mostUses" IS NOT NULL THEN
    UPDATE "Promotion" SET used = used + CASE WHEN is_held THEN 1 ELSE -1 END WHERE id = NEW."promotionId" AND (NOT is_held OR used < "mostUses");
    IF NOT FOUND THEN RAISE EXCEPTION 'promotion % is used up', NEW."promotionId" USING ERRCODE = 'check_violation'; END IF;
  END IF;
  IF is_held AND p."mostPerBuyer" IS NOT NULL THEN
    PERFORM promotion_turn(NEW."promotionId", NEW."phoneIndex", NEW."buyerPartyId");
    IF (SELECT count(*) FROM "PromotionUse" u WHERE u."promotionId" = NEW."promotionId" AND u."givenBackAt" IS NULL AND u."orderId" <> NEW."orderId"
        AND (u."phoneIndex" = NEW."phoneIndex" OR u."buyerPartyId" = NEW."buyerPartyId")) >= p."mostPerBuyer" THEN
      RAISE EXCEPTION 'promotion % is used up by this buyer', NEW."promotionId" USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
-- those who share a phone or an account wait for each other; the locks are taken in one order
CREATE FUNCTION promotion_turn(promotion uuid, phone bytea, party uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE lock bigint;
BEGIN
  FOR lock IN SELECT DISTINCT hashtextextended(promotion || mark, 710008) FROM unnest(ARRAY[encode(phone, 'hex'), party::text]) AS mark WHERE mark IS NOT NULL ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock(lock);
  END LOOP;
END $$;
CREATE TRIGGER promotion_is_used BEFORE INSERT OR UPDATE ON "PromotionUse" FOR EACH ROW EXECUTE FUNCTION promotion_is_used();
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "PromotionUse" FOR EACH ROW EXECUTE FUNCTION keep_the_past('orderId', 'promotionId', 'phoneIndex', 'buyerPartyId', 'takenAt');

-- what an order freezes of it: a line is never pushed below a tenth of its price, nor its maker's part below half
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_discount" CHECK ("discountFen" >= 0 AND "borneFen" BETWEEN 0 AND "discountFen"
    AND "discountFen" * 10 <= "amountFen" * 9 AND ("discountFen" - "borneFen") * 2 <= "amountFen"),
  DROP CONSTRAINT "OrderLine_broker",
  ADD CONSTRAINT "OrderLine_broker" CHECK (num_nonnulls("brokerPartyId", "brokerBps", "brokerFen") IN (0, 3)
    AND "brokerBps" BETWEEN 0 AND 10000 AND "brokerFen" >= 0 AND coalesce("brokerFen", 0) + "commissionFen" <= "amountFen" - "discountFen" + "borneFen");
ALTER TABLE "Order" DROP CONSTRAINT "Order_total",
  ADD CONSTRAINT "Order_total" CHECK ("totalFen" = "itemsFen" - "discountFen" + "postageFen" AND "itemsFen" > 0 AND "discountFen" BETWEEN 0 AND "itemsFen" - 1 AND "postageFen" >= 0);
ALTER TABLE "SellerOrder" DROP CONSTRAINT "SellerOrder_amounts",
  ADD CONSTRAINT "SellerOrder_amounts" CHECK ("itemsFen" > 0 AND "discountFen" BETWEEN 0 AND "itemsFen" - 1 AND "postageFen" >= 0);

CREATE OR REPLACE FUNCTION order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_order uuid := coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> CASE TG_TABLE_NAME WHEN 'Order' THEN 'id' ELSE 'orderId' END;
  o record;
BEGIN
  SELECT "totalFen", "itemsFen", "discountFen", "postageFen" INTO o FROM "Order" WHERE id = the_order;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (SELECT coalesce(sum("amountFen"), 0) FROM "OrderDue" WHERE "orderId" = the_order) <> o."totalFen" THEN
    RAISE EXCEPTION 'the dues of order % do not sum to its total', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT coalesce(sum("amountFen"), 0) * 5 FROM "OrderDue" WHERE "orderId" = the_order AND kind = 'deposit') > o."totalFen" THEN
    RAISE EXCEPTION 'a deposit is at most 20 %% of order %', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT (coalesce(sum("itemsFen"), 0), coalesce(sum("discountFen"), 0), coalesce(sum("postageFen"), 0)) <> (o."itemsFen", o."discountFen", o."postageFen")
      FROM "SellerOrder" WHERE "orderId" = the_order) THEN
    RAISE EXCEPTION 'the seller orders of order % do not sum to it', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF o."discountFen" > 0 AND NOT EXISTS (SELECT 1 FROM "PromotionUse" WHERE "orderId" = the_order) THEN
    RAISE EXCEPTION 'the discount of order % has no promotion', the_order USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER order_adds_up ON "Order";
CREATE CONSTRAINT TRIGGER order_adds_up AFTER INSERT OR UPDATE OF "totalFen", "itemsFen", "discountFen", "postageFen" ON "Order" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_adds_up();
DROP TRIGGER order_adds_up ON "SellerOrder";
CREATE CONSTRAINT TRIGGER order_adds_up AFTER INSERT OR UPDATE OF "itemsFen", "discountFen", "postageFen" OR DELETE ON "SellerOrder" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_adds_up();

CREATE OR REPLACE FUNCTION seller_order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_part uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'SellerOrder' THEN 'id' ELSE 'sellerOrderId' END;
BEGIN
  IF (SELECT (coalesce(sum("amountFen"), 0), coalesce(sum("discountFen"), 0)) FROM "OrderLine" WHERE "sellerOrderId" = the_part)
     <> (SELECT ("itemsFen"::numeric, "discountFen"::numeric) FROM "SellerOrder" WHERE id = the_part) THEN
    RAISE EXCEPTION 'the lines of seller order % do not sum to it', the_part USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER seller_order_adds_up ON "SellerOrder";
CREATE CONSTRAINT TRIGGER seller_order_adds_up AFTER INSERT OR UPDATE OF "itemsFen", "discountFen" ON "SellerOrder" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seller_order_adds_up();

-- a refund gives back what was paid, and to the bearer what it bore; never more than either
ALTER TABLE "RefundLine" DROP CONSTRAINT "RefundLine_amounts",
  ADD CONSTRAINT "RefundLine_amounts" CHECK (quantity >= 0 AND "amountFen" > 0 AND "borneFen" >= 0 AND "commissionFen" BETWEEN 0 AND "amountFen" + "borneFen"
    AND "commissionTaxFen" BETWEEN 0 AND "commissionFen" AND "brokerFen" >= 0 AND "commissionFen" + "brokerFen" <= "amountFen" + "borneFen"),
  DROP CONSTRAINT "RefundLine_postage",
  ADD CONSTRAINT "RefundLine_postage" CHECK ("orderLineId" IS NOT NULL OR (quantity = 0 AND "borneFen" = 0 AND "commissionFen" = 0 AND "brokerFen" = 0));
CREATE OR REPLACE FUNCTION refund_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_payment uuid; given record; sold record;
BEGIN
  SELECT "paymentId" INTO the_payment FROM "Refund" WHERE id = NEW."refundId";
  -- all refunds of one payment take turns
  PERFORM 1 FROM "Payment" WHERE id = the_payment FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "OrderDue" d ON d."orderId" = so."orderId" JOIN "Payment" p ON p."dueId" = d.id
                 WHERE so.id = NEW."sellerOrderId" AND p.id = the_payment) THEN
    RAISE EXCEPTION 'a refund gives back what its own payment paid for' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."orderLineId" IS NULL THEN
    SELECT coalesce(sum(l."amountFen"), 0) AS amount INTO given FROM "RefundLine" l JOIN "Refund" r ON r.id = l."refundId"
      WHERE l."sellerOrderId" = NEW."sellerOrderId" AND l."orderLineId" IS NULL AND l.id <> NEW.id AND r.state <> 'failed';
    IF given.amount + NEW."amountFen" > (SELECT "postageFen" FROM "SellerOrder" WHERE id = NEW."sellerOrderId") THEN
      RAISE EXCEPTION 'no more postage is given back than was paid' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT "sellerOrderId", quantity, "amountFen" - "discountFen" AS "paidFen", "borneFen", "commissionFen", "commissionTaxFen", coalesce("brokerFen", 0) AS "brokerFen"
    INTO sold FROM "OrderLine" WHERE id = NEW."orderLineId";
  SELECT coalesce(sum(l.quantity), 0) AS quantity, coalesce(sum(l."amountFen"), 0) AS amount, coalesce(sum(l."borneFen"), 0) AS borne,
      coalesce(sum(l."commissionFen"), 0) AS commission, coalesce(sum(l."commissionTaxFen"), 0) AS tax, coalesce(sum(l."brokerFen"), 0) AS broker INTO given
    FROM "RefundLine" l JOIN "Refund" r ON r.id = l."refundId"
    WHERE l."orderLineId" = NEW."orderLineId" AND l.id <> NEW.id AND r.state <> 'failed';
  IF sold."sellerOrderId" <> NEW."sellerOrderId" OR given.quantity + NEW.quantity > sold.quantity OR given.amount + NEW."amountFen" > sold."paidFen"
     OR given.borne + NEW."borneFen" > sold."borneFen"
     OR given.commission + NEW."commissionFen" > sold."commissionFen" OR given.tax + NEW."commissionTaxFen" > sold."commissionTaxFen"
     OR given.broker + NEW."brokerFen" > sold."brokerFen" THEN
    RAISE EXCEPTION 'no more of a line is given back than was sold' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
