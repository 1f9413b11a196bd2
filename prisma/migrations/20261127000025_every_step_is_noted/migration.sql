-- CreateTable
CREATE TABLE "ProductEvent" (
    "id" BIGSERIAL NOT NULL,
    "productId" UUID NOT NULL,
    "status" "ProductStatus" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ProductEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockReservationEvent" (
    "id" BIGSERIAL NOT NULL,
    "stockReservationId" UUID NOT NULL,
    "state" "ReservationState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "StockReservationEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderDueEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderDueId" UUID NOT NULL,
    "state" "DueState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "OrderDueEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayoutLineEvent" (
    "id" BIGSERIAL NOT NULL,
    "payoutLineId" UUID NOT NULL,
    "state" "PayoutLineState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "PayoutLineEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SellerEvent" (
    "id" BIGSERIAL NOT NULL,
    "sellerId" UUID NOT NULL,
    "status" "SellerStatus" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "SellerEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProductEvent_productId_id_idx" ON "ProductEvent"("productId", "id");

-- CreateIndex
CREATE INDEX "StockReservationEvent_stockReservationId_id_idx" ON "StockReservationEvent"("stockReservationId", "id");

-- CreateIndex
CREATE INDEX "OrderDueEvent_orderDueId_id_idx" ON "OrderDueEvent"("orderDueId", "id");

-- CreateIndex
CREATE INDEX "PayoutLineEvent_payoutLineId_id_idx" ON "PayoutLineEvent"("payoutLineId", "id");

-- CreateIndex
CREATE INDEX "SellerEvent_sellerId_id_idx" ON "SellerEvent"("sellerId", "id");

-- AddForeignKey
ALTER TABLE "ProductEvent" ADD CONSTRAINT "ProductEvent_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservationEvent" ADD CONSTRAINT "StockReservationEvent_stockReservationId_fkey" FOREIGN KEY ("stockReservationId") REFERENCES "StockReservation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderDueEvent" ADD CONSTRAINT "OrderDueEvent_orderDueId_fkey" FOREIGN KEY ("orderDueId") REFERENCES "OrderDue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutLineEvent" ADD CONSTRAINT "PayoutLineEvent_payoutLineId_fkey" FOREIGN KEY ("payoutLineId") REFERENCES "PayoutLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerEvent" ADD CONSTRAINT "SellerEvent_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The step and its note are one write, whoever makes it.
CREATE FUNCTION note_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO %I (%I, %I) VALUES ($1.id, $1.%I)', TG_TABLE_NAME || 'Event',
                 lower(left(TG_TABLE_NAME, 1)) || substr(TG_TABLE_NAME, 2) || 'Id', TG_ARGV[0], TG_ARGV[0]) USING NEW;
  RETURN NULL;
END $$;
CREATE TRIGGER note_first_step AFTER INSERT ON "Product" FOR EACH ROW EXECUTE FUNCTION note_step('status');
CREATE TRIGGER note_step AFTER UPDATE OF "status" ON "Product" FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION note_step('status');
CREATE TRIGGER note_first_step AFTER INSERT ON "Seller" FOR EACH ROW EXECUTE FUNCTION note_step('status');
CREATE TRIGGER note_step AFTER UPDATE OF "status" ON "Seller" FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION note_step('status');
CREATE TRIGGER note_first_step AFTER INSERT ON "StockReservation" FOR EACH ROW EXECUTE FUNCTION note_step('state');
CREATE TRIGGER note_step AFTER UPDATE OF "state" ON "StockReservation" FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION note_step('state');
CREATE TRIGGER note_first_step AFTER INSERT ON "OrderDue" FOR EACH ROW EXECUTE FUNCTION note_step('state');
CREATE TRIGGER note_step AFTER UPDATE OF "state" ON "OrderDue" FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION note_step('state');
CREATE TRIGGER note_first_step AFTER INSERT ON "PayoutLine" FOR EACH ROW EXECUTE FUNCTION note_step('state');
CREATE TRIGGER note_step AFTER UPDATE OF "state" ON "PayoutLine" FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION note_step('state');

-- what is there begins with where it stands
INSERT INTO "ProductEvent" ("productId", "status") SELECT id, "status" FROM "Product";
INSERT INTO "SellerEvent" ("sellerId", "status") SELECT id, "status" FROM "Seller";
INSERT INTO "StockReservationEvent" ("stockReservationId", "state") SELECT id, "state" FROM "StockReservation";
INSERT INTO "OrderDueEvent" ("orderDueId", "state") SELECT id, "state" FROM "OrderDue";
INSERT INTO "PayoutLineEvent" ("payoutLineId", "state") SELECT id, "state" FROM "PayoutLine";
