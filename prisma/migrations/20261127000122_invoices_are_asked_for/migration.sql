-- CreateEnum
CREATE TYPE "InvoiceKind" AS ENUM ('personal', 'company');

-- CreateEnum
CREATE TYPE "InvoiceState" AS ENUM ('requested', 'withdrawn', 'issued');

-- CreateTable
CREATE TABLE "Invoice" (
    "orderId" UUID NOT NULL,
    "kind" "InvoiceKind" NOT NULL,
    "state" "InvoiceState" NOT NULL DEFAULT 'requested',
    "keyId" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "number" TEXT,
    "issuedOn" DATE,
    "amountFen" BIGINT,
    "issuedById" UUID,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "InvoiceEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderId" UUID NOT NULL,
    "state" "InvoiceState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "InvoiceEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_number_key" ON "Invoice"("number");

-- CreateIndex
CREATE INDEX "Invoice_state_askedAt_idx" ON "Invoice"("state", "askedAt");

-- CreateIndex
CREATE INDEX "Invoice_keyId_idx" ON "Invoice"("keyId");

-- CreateIndex
CREATE INDEX "Invoice_issuedById_idx" ON "Invoice"("issuedById");

-- CreateIndex
CREATE INDEX "InvoiceEvent_orderId_id_idx" ON "InvoiceEvent"("orderId", "id");

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceEvent" ADD CONSTRAINT "InvoiceEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Invoice"("orderId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- number, day, sum and who issued it stand together, and only on an issued one
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_issued" CHECK
  (num_nonnulls(number, "issuedOn", "amountFen", "issuedById") = CASE state WHEN 'issued' THEN 4 ELSE 0 END),
  ADD CONSTRAINT "Invoice_number" CHECK (number ~ '^[0-9]{8,20}$'),
  ADD CONSTRAINT "Invoice_amount" CHECK ("amountFen" > 0);

CREATE FUNCTION invoice_stays_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an issued invoice stays as it is' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER invoice_stays_issued BEFORE UPDATE OR DELETE ON "Invoice" FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION invoice_stays_issued();

CREATE FUNCTION note_invoice_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "InvoiceEvent" ("orderId", state) VALUES (NEW."orderId", NEW.state);
  RETURN NULL;
END $$;
CREATE TRIGGER note_invoice_asked AFTER INSERT ON "Invoice" FOR EACH ROW EXECUTE FUNCTION note_invoice_step();
CREATE TRIGGER note_invoice_step AFTER UPDATE OF state ON "Invoice" FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION note_invoice_step();

-- the buyer who is signed in, and whoever has been let into the order; no seller, no region
CREATE FUNCTION bought_in_scope(the_order uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Order" o JOIN "Party" y ON y.id = o."buyerPartyId" WHERE o.id = the_order AND y."personId" = scope_person()) $$;
ALTER TABLE "Invoice" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Invoice" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "Invoice" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "Invoice" USING (bought_in_scope("orderId") OR scope_job() IN ('checkout', 'order_access'));
