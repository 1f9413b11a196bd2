-- What must hold whatever the application does: ranges, sums, states, and what may never change.

-- 1. The clock and dated rules -------------------------------------------------------------------------------------
INSERT INTO "Clock" (id, "offsetSeconds") VALUES (1, 0);
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_one_row" CHECK (id = 1),
                    ADD CONSTRAINT "Clock_only_forward" CHECK ("offsetSeconds" >= 0);

ALTER TABLE "Setting" ADD CONSTRAINT "Setting_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "Setting_no_overlap" EXCLUDE USING gist (key WITH =, tstzrange("validFrom", "validTo") WITH &&);
ALTER TABLE "CommissionRule" ADD CONSTRAINT "CommissionRule_bps" CHECK (bps BETWEEN 0 AND 10000),
  ADD CONSTRAINT "CommissionRule_no_overlap" EXCLUDE USING gist (tstzrange("validFrom", "validTo") WITH &&);
ALTER TABLE "PostageRule" ADD CONSTRAINT "PostageRule_amounts" CHECK ("parcelFen" >= 0 AND "freeFromFen" >= 0),
  ADD CONSTRAINT "PostageRule_no_overlap" EXCLUDE USING gist (tstzrange("validFrom", "validTo") WITH &&);

-- 2. Places --------------------------------------------------------------------------------------------------------
CREATE FUNCTION region_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.code <> OLD.code OR NEW."parentId" IS DISTINCT FROM OLD."parentId") THEN
    RAISE EXCEPTION 'a region keeps its code and parent; add the one that replaces it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."parentId" IS NULL THEN
    NEW.path := NEW.code::ltree;
    NEW."ancestorIds" := ARRAY[NEW.id];
  ELSE
    SELECT path || NEW.code, "ancestorIds" || NEW.id INTO STRICT NEW.path, NEW."ancestorIds"
      FROM "Region" WHERE id = NEW."parentId";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER region_place BEFORE INSERT OR UPDATE ON "Region" FOR EACH ROW EXECUTE FUNCTION region_place();
CREATE INDEX "Region_path_gist" ON "Region" USING gist (path);
CREATE INDEX "Region_ancestorIds_gin" ON "Region" USING gin ("ancestorIds");

-- 3. People, households --------------------------------------------------------------------------------------------
ALTER TABLE "HouseholdMember" ADD CONSTRAINT "HouseholdMember_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "HouseholdMember_one_at_a_time" EXCLUDE USING gist ("personId" WITH =, daterange("validFrom", "validTo") WITH &&),
  ADD CONSTRAINT "HouseholdMember_verified" CHECK (("verifiedAt" IS NULL) = ("verifiedById" IS NULL));
ALTER TABLE "HouseholdStatus" ADD CONSTRAINT "HouseholdStatus_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "HouseholdStatus_one_at_a_time" EXCLUDE USING gist ("householdId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "HouseholdLink" ADD CONSTRAINT "HouseholdLink_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "HouseholdLink_member_or_reason" CHECK (num_nonnulls("memberId", "noReason") = 1),
  ADD CONSTRAINT "HouseholdLink_verified" CHECK (("verifiedAt" IS NULL) = ("verifiedById" IS NULL)),
  ADD CONSTRAINT "HouseholdLink_one_at_a_time" EXCLUDE USING gist ("personId" WITH =, daterange("validFrom", "validTo") WITH &&);
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_household_or_reason" CHECK (num_nonnulls("householdId", "noHouseholdReason") = 1),
  ADD CONSTRAINT "IncomeAttribution_amount" CHECK ("amountFen" <> 0);
ALTER TABLE "CodeTerm" ADD CONSTRAINT "CodeTerm_range" CHECK ("validTo" > "validFrom");

-- marriage or moving ends a row and begins another: what a row says about the past stays
CREATE FUNCTION keep_the_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE col text;
BEGIN
  FOREACH col IN ARRAY TG_ARGV LOOP
    IF to_jsonb(NEW) -> col IS DISTINCT FROM to_jsonb(OLD) -> col THEN
      RAISE EXCEPTION '%.% never changes: end the row and begin another', TG_TABLE_NAME, col USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "HouseholdMember" FOR EACH ROW EXECUTE FUNCTION keep_the_past('personId', 'householdId', 'validFrom');
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION keep_the_past('householdId', 'termId', 'validFrom');
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "HouseholdLink" FOR EACH ROW WHEN (OLD."verifiedAt" IS NOT NULL)
  EXECUTE FUNCTION keep_the_past('personId', 'memberId', 'noReason', 'validFrom', 'evidence', 'verifiedAt', 'verifiedById');

CREATE FUNCTION household_link_is_her_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."memberId" IS NOT NULL AND NOT EXISTS
     (SELECT 1 FROM "HouseholdMember" m WHERE m.id = NEW."memberId" AND m."personId" = NEW."personId") THEN
    RAISE EXCEPTION 'a household link names a membership of the same person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER household_link_is_her_own BEFORE INSERT ON "HouseholdLink" FOR EACH ROW EXECUTE FUNCTION household_link_is_her_own();

-- 4. Sign-in, sellers, accounts ------------------------------------------------------------------------------------
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "UserRole_coordinator_has_a_region" CHECK (role <> 'coordinator' OR "regionId" IS NOT NULL);
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_tries" CHECK (tries >= 0),
  ADD CONSTRAINT "OneTimeCode_order" CHECK ((purpose = 'order_access') = ("orderId" IS NOT NULL));
ALTER TABLE "SellerPerson" ADD CONSTRAINT "SellerPerson_range" CHECK ("validTo" > "validFrom");
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_seal" CHECK (char_length("sealText") BETWEEN 2 AND 6);
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "Mandate_cap" CHECK ("capBps" BETWEEN 0 AND 10000);
ALTER TABLE "Party" ADD CONSTRAINT "Party_exactly_one" CHECK (num_nonnulls("personId", "sellerId", "organisationId", system) = 1
  AND (kind = 'person') = ("personId" IS NOT NULL) AND (kind = 'seller') = ("sellerId" IS NOT NULL)
  AND (kind = 'organisation') = ("organisationId" IS NOT NULL));
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_other_name_needs_consent" CHECK (relation = 'self' OR "consentId" IS NOT NULL),
  ADD CONSTRAINT "BankAccount_last4" CHECK (last4 ~ '^[0-9]{4}$');

-- 5. Catalogue, stock ----------------------------------------------------------------------------------------------
ALTER TABLE "Product" ADD CONSTRAINT "Product_on_sale_is_published" CHECK (status <> 'on_sale' OR "publishedAt" IS NOT NULL);
CREATE INDEX "Product_search_gin" ON "Product" USING gin (search);
CREATE UNIQUE INDEX "ListingRevision_one_open" ON "ListingRevision" ("productId") WHERE state <> 'approved';
ALTER TABLE "ListingRevision"
  ADD CONSTRAINT "ListingRevision_submitted" CHECK (state = 'draft' OR ("submittedAt" IS NOT NULL AND "submittedById" IS NOT NULL)),
  ADD CONSTRAINT "ListingRevision_reviewed" CHECK (state NOT IN ('approved', 'changes_requested') OR ("reviewedAt" IS NOT NULL AND "reviewedById" IS NOT NULL)),
  ADD CONSTRAINT "ListingRevision_not_her_own" CHECK (state NOT IN ('approved', 'changes_requested') OR "reviewedById" <> "submittedById"),
  ADD CONSTRAINT "ListingRevision_says_why" CHECK (state <> 'changes_requested' OR "reasonText" <> '');
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_make_days" CHECK (("makeMode" = 'made_to_order') = ("makeDays" IS NOT NULL) AND "makeDays" BETWEEN 1 AND 180);
ALTER TABLE "PriceTier" ADD CONSTRAINT "PriceTier_amounts" CHECK ("unitPriceFen" BETWEEN 1 AND 100000000 AND "minQuantity" >= 1);
ALTER TABLE "StockItem" ADD CONSTRAINT "StockItem_never_oversold" CHECK (reserved >= 0 AND "onHand" >= reserved),
  ADD CONSTRAINT "StockItem_what" CHECK ((kind = 'piece') = ("variantId" IS NOT NULL) AND (kind = 'material') = ("materialName" IS NOT NULL));
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_quantity" CHECK (quantity > 0);
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_quantity" CHECK (quantity <> 0);
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity" CHECK (quantity BETWEEN 1 AND 99);

-- 6. Orders --------------------------------------------------------------------------------------------------------
ALTER TABLE "Order" ADD CONSTRAINT "Order_total" CHECK ("totalFen" = "itemsFen" + "postageFen" AND "itemsFen" > 0 AND "postageFen" >= 0),
  ADD CONSTRAINT "Order_paid" CHECK (status <> 'paid' OR "paidAt" IS NOT NULL);
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_amounts" CHECK ("itemsFen" > 0 AND "postageFen" >= 0),
  ADD CONSTRAINT "SellerOrder_ship_by" CHECK (status <> 'to_ship' OR "shipBy" IS NOT NULL),
  ADD CONSTRAINT "SellerOrder_shipped" CHECK (status NOT IN ('shipped', 'received', 'completed') OR "shippedAt" IS NOT NULL),
  ADD CONSTRAINT "SellerOrder_received" CHECK (status NOT IN ('received', 'completed') OR ("receivedAt" IS NOT NULL AND "receivedHow" IS NOT NULL AND "completeAfter" IS NOT NULL)),
  ADD CONSTRAINT "SellerOrder_completed" CHECK (status <> 'completed' OR "completedAt" >= "completeAfter");
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_amounts" CHECK (quantity BETWEEN 1 AND 100000 AND "priceFen" > 0 AND "amountFen" = quantity * "priceFen"
    AND "commissionBps" BETWEEN 0 AND 10000 AND "commissionFen" BETWEEN 0 AND "amountFen"),
  ADD CONSTRAINT "OrderLine_source" CHECK ((source = 'listing') = ("variantId" IS NOT NULL)),
  ADD CONSTRAINT "OrderLine_agreed" CHECK (("agreedTextId" IS NULL) = ("agreedAt" IS NULL) AND (source <> 'listing' OR "makeMode" <> 'made_to_order' OR "agreedTextId" IS NOT NULL));
ALTER TABLE "LineMaker" ADD CONSTRAINT "LineMaker_amounts" CHECK (quantity > 0 AND accepted BETWEEN 0 AND quantity AND rate >= 0 AND (basis <> 'share' OR rate <= 10000));
ALTER TABLE "OrderDue" ADD CONSTRAINT "OrderDue_amount" CHECK ("amountFen" > 0);
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_tracking" CHECK ("trackingNumber" <> '');
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_quantity" CHECK (quantity > 0);

CREATE FUNCTION order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_order uuid := coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> CASE TG_TABLE_NAME WHEN 'Order' THEN 'id' ELSE 'orderId' END;
  o record;
BEGIN
  SELECT "totalFen", "itemsFen", "postageFen" INTO o FROM "Order" WHERE id = the_order;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (SELECT coalesce(sum("amountFen"), 0) FROM "OrderDue" WHERE "orderId" = the_order) <> o."totalFen" THEN
    RAISE EXCEPTION 'the dues of order % do not sum to its total', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT coalesce(sum("amountFen"), 0) * 5 FROM "OrderDue" WHERE "orderId" = the_order AND kind = 'deposit') > o."totalFen" THEN
    RAISE EXCEPTION 'a deposit is at most 20 %% of order %', the_order USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT (coalesce(sum("itemsFen"), 0), coalesce(sum("postageFen"), 0)) <> (o."itemsFen", o."postageFen") FROM "SellerOrder" WHERE "orderId" = the_order) THEN
    RAISE EXCEPTION 'the seller orders of order % do not sum to it', the_order USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER order_adds_up AFTER INSERT OR UPDATE OF "totalFen", "itemsFen", "postageFen" ON "Order" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_adds_up();
CREATE CONSTRAINT TRIGGER order_adds_up AFTER INSERT OR UPDATE OF "amountFen", kind OR DELETE ON "OrderDue" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_adds_up();
CREATE CONSTRAINT TRIGGER order_adds_up AFTER INSERT OR UPDATE OF "itemsFen", "postageFen" OR DELETE ON "SellerOrder" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_adds_up();

CREATE FUNCTION seller_order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_part uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'SellerOrder' THEN 'id' ELSE 'sellerOrderId' END;
BEGIN
  IF (SELECT coalesce(sum("amountFen"), 0) FROM "OrderLine" WHERE "sellerOrderId" = the_part)
     <> (SELECT "itemsFen" FROM "SellerOrder" WHERE id = the_part) THEN
    RAISE EXCEPTION 'the lines of seller order % do not sum to it', the_part USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seller_order_adds_up AFTER INSERT OR UPDATE OF "itemsFen" ON "SellerOrder" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seller_order_adds_up();
CREATE CONSTRAINT TRIGGER seller_order_adds_up AFTER INSERT ON "OrderLine" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seller_order_adds_up();

CREATE FUNCTION shipment_fits_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "SellerOrder" WHERE id = (SELECT "sellerOrderId" FROM "OrderLine" WHERE id = NEW."orderLineId") FOR NO KEY UPDATE;
  IF (SELECT coalesce(sum(quantity), 0) FROM "ShipmentLine" WHERE "orderLineId" = NEW."orderLineId" AND "shipmentId" <> NEW."shipmentId") + NEW.quantity
     > (SELECT quantity FROM "OrderLine" WHERE id = NEW."orderLineId") THEN
    RAISE EXCEPTION 'more shipped than ordered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shipment_fits_line BEFORE INSERT OR UPDATE ON "ShipmentLine" FOR EACH ROW EXECUTE FUNCTION shipment_fits_line();

-- 7. Payments ------------------------------------------------------------------------------------------------------
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount" CHECK ("amountMinor" > 0 AND attempt >= 1),
  ADD CONSTRAINT "Payment_paid" CHECK (state <> 'paid' OR ("paidAt" IS NOT NULL AND "paymentRef" IS NOT NULL));
CREATE UNIQUE INDEX "Payment_one_paid" ON "Payment" ("dueId") WHERE state = 'paid';
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount" CHECK ("amountMinor" > 0);

CREATE FUNCTION refund_within_captured() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE captured bigint; money char(3);
BEGIN
  SELECT "amountMinor", currency INTO captured, money FROM "Payment" WHERE id = NEW."paymentId" FOR NO KEY UPDATE;
  IF NEW.currency <> money OR NEW."amountMinor" +
     (SELECT coalesce(sum("amountMinor"), 0) FROM "Refund" WHERE "paymentId" = NEW."paymentId" AND id <> NEW.id AND state <> 'failed') > captured THEN
    RAISE EXCEPTION 'refunds of a payment never exceed what was captured' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_within_captured BEFORE INSERT OR UPDATE OF "amountMinor", currency, state ON "Refund" FOR EACH ROW WHEN (NEW.state <> 'failed') EXECUTE FUNCTION refund_within_captured();

-- 8. Ledger --------------------------------------------------------------------------------------------------------
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_legs" CHECK (legs >= 2);
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_amount" CHECK ("amountMinor" <> 0);

CREATE FUNCTION ledger_is_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_transaction uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'LedgerTransaction' THEN 'id' ELSE 'transactionId' END;
BEGIN
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
CREATE CONSTRAINT TRIGGER ledger_is_sealed AFTER INSERT ON "LedgerTransaction" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_is_sealed();
CREATE CONSTRAINT TRIGGER ledger_is_sealed AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_is_sealed();

-- her share is attributed to the fen, in the same database transaction
CREATE FUNCTION share_is_attributed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE the_entry bigint := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'LedgerEntry' THEN 'id' ELSE 'ledgerEntryId' END;
BEGIN
  IF (SELECT coalesce(sum("amountFen"), 0) FROM "IncomeAttribution" WHERE "ledgerEntryId" = the_entry)
     <> (SELECT -"amountMinor" FROM "LedgerEntry" WHERE id = the_entry) THEN
    RAISE EXCEPTION 'the income attributed of ledger entry % is not its amount', the_entry USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER share_is_attributed AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.purpose = 'share') EXECUTE FUNCTION share_is_attributed();
CREATE CONSTRAINT TRIGGER share_is_attributed AFTER INSERT ON "IncomeAttribution" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION share_is_attributed();

-- 9. Payouts -------------------------------------------------------------------------------------------------------
ALTER TABLE "PayoutBatch" ADD CONSTRAINT "PayoutBatch_two_people" CHECK ("approvedById" <> "preparedById"),
  ADD CONSTRAINT "PayoutBatch_approved" CHECK (state NOT IN ('approved', 'settled') OR ("approvedById" IS NOT NULL AND "approvedAt" IS NOT NULL)),
  ADD CONSTRAINT "PayoutBatch_settled" CHECK ((state = 'settled') = ("settledAt" IS NOT NULL)),
  ADD CONSTRAINT "PayoutBatch_amounts" CHECK ("lineCount" > 0 AND "totalFen" > 0);
ALTER TABLE "PayoutLine" ADD CONSTRAINT "PayoutLine_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "PayoutLine_failed_says_why" CHECK (state <> 'failed' OR "failureReason" <> '');
CREATE UNIQUE INDEX "PayoutLine_one_open" ON "PayoutLine" ("partyId") WHERE state IN ('prepared', 'in_transit');

-- 10. Append-only --------------------------------------------------------------------------------------------------
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['AuditEvent', 'TextVersion', 'ListingEvent', 'StockMovement', 'OrderLine', 'OrderEvent', 'SellerOrderEvent', 'PaymentEvent', 'RefundEvent',
                           'LedgerTransaction', 'LedgerEntry', 'IncomeAttribution', 'PayoutEvent'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', t);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', t);
  END LOOP;
END $$;
