-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('goods', 'complaint', 'copied_design', 'other');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('upheld', 'dismissed');

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "productId" UUID,
    "sellerId" UUID,
    "orderId" UUID,
    "regionId" UUID,
    "keyId" UUID NOT NULL,
    "contact" BYTEA NOT NULL,
    "words" BYTEA NOT NULL,
    "accessHash" BYTEA NOT NULL,
    "addressHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "takenById" UUID,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "sellerAnswer" TEXT,
    "sellerAnsweredAt" TIMESTAMPTZ(3),
    "heldAt" TIMESTAMPTZ(3),
    "outcome" "ReportOutcome",
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "closeReason" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportEvidence" (
    "reportId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,

    CONSTRAINT "ReportEvidence_pkey" PRIMARY KEY ("reportId","attachmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Report_number_key" ON "Report"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Report_accessHash_key" ON "Report"("accessHash");

-- CreateIndex
CREATE INDEX "Report_closedAt_createdAt_idx" ON "Report"("closedAt", "createdAt");

-- CreateIndex
CREATE INDEX "Report_sellerId_createdAt_idx" ON "Report"("sellerId", "createdAt");

-- CreateIndex
CREATE INDEX "Report_productId_idx" ON "Report"("productId");

-- CreateIndex
CREATE INDEX "Report_orderId_idx" ON "Report"("orderId");

-- CreateIndex
CREATE INDEX "Report_regionId_idx" ON "Report"("regionId");

-- CreateIndex
CREATE INDEX "Report_keyId_idx" ON "Report"("keyId");

-- CreateIndex
CREATE INDEX "Report_addressHash_createdAt_idx" ON "Report"("addressHash", "createdAt");

-- CreateIndex
CREATE INDEX "Report_takenById_idx" ON "Report"("takenById");

-- CreateIndex
CREATE INDEX "Report_closedById_idx" ON "Report"("closedById");

-- CreateIndex
CREATE INDEX "ReportEvidence_attachmentId_idx" ON "ReportEvidence"("attachmentId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEvidence" ADD CONSTRAINT "ReportEvidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportEvidence" ADD CONSTRAINT "ReportEvidence_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "Report"
  ADD CONSTRAINT "Report_closed" CHECK (num_nonnulls(outcome, "closedAt", "closedById", "closeReason", answer) IN (0, 1, 5) AND (outcome IS NULL) = ("closedAt" IS NULL)),
  ADD CONSTRAINT "Report_answered" CHECK ((answer IS NULL) = ("answeredAt" IS NULL)),
  ADD CONSTRAINT "Report_seller_answered" CHECK ((("sellerAnswer" IS NULL) = ("sellerAnsweredAt" IS NULL)) AND ("sellerAnswer" IS NULL OR "sellerId" IS NOT NULL)),
  -- a notice of copying is about a piece; what is held is a piece
  ADD CONSTRAINT "Report_about_a_piece" CHECK ("productId" IS NOT NULL OR (kind <> 'copied_design' AND "heldAt" IS NULL)),
  ADD CONSTRAINT "Report_piece_has_seller" CHECK ("productId" IS NULL OR "sellerId" IS NOT NULL);

-- What was said stays, and so does a closed report.
CREATE FUNCTION report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."closedAt" IS NOT NULL
     OR (NEW.number, NEW.kind, NEW."productId", NEW."sellerId", NEW."orderId", NEW."regionId", NEW."keyId", NEW.contact, NEW.words, NEW."accessHash", NEW."createdAt")
        IS DISTINCT FROM (OLD.number, OLD.kind, OLD."productId", OLD."sellerId", OLD."orderId", OLD."regionId", OLD."keyId", OLD.contact, OLD.words, OLD."accessHash", OLD."createdAt") THEN
    RAISE EXCEPTION 'report % stays as it is', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_stays BEFORE UPDATE OR DELETE ON "Report" FOR EACH ROW EXECUTE FUNCTION report_stays();

-- A piece that a report holds is not put back on sale, by whomever. Asked across walls, hence as the owner.
CREATE FUNCTION product_is_held(product uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Report" WHERE "productId" = product AND "heldAt" IS NOT NULL AND outcome IS DISTINCT FROM 'dismissed') $$;
CREATE FUNCTION held_piece_stays_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF product_is_held(NEW.id) THEN
    RAISE EXCEPTION 'product % is held by a report', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER held_piece_stays_off BEFORE UPDATE OF status ON "Product" FOR EACH ROW
  WHEN (NEW.status = 'on_sale' AND OLD.status <> 'on_sale') EXECUTE FUNCTION held_piece_stays_off();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ReportEvidence" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ReportEvidence" FOR EACH STATEMENT EXECUTE FUNCTION append_only();

ALTER TABLE "Report" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Report" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "Report" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "Report" USING (region_in_scope("regionId") OR scope_job() = 'report');
ALTER TABLE "ReportEvidence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReportEvidence" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "ReportEvidence" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "ReportEvidence" USING (EXISTS (SELECT 1 FROM "Report" r WHERE r.id = "reportId"));
