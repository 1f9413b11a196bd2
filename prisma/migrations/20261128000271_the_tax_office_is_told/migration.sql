-- CreateTable
CREATE TABLE "PlatformReport" (
    "id" UUID NOT NULL,
    "quarter" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT,
    "isWhole" BOOLEAN NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "PlatformReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlatformReportRow" (
    "reportId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "kind" "SellerKind" NOT NULL,
    "name" TEXT NOT NULL,
    "ownerId" UUID,
    "orders" INTEGER NOT NULL,
    "incomeFen" BIGINT NOT NULL,
    "refundsFen" BIGINT NOT NULL,
    "commissionFen" BIGINT NOT NULL,
    "brokerFen" BIGINT NOT NULL,
    "netFen" BIGINT NOT NULL,

    CONSTRAINT "PlatformReportRow_pkey" PRIMARY KEY ("reportId","sellerId")
);

-- CreateIndex
CREATE INDEX "PlatformReport_madeById_idx" ON "PlatformReport"("madeById");

-- CreateIndex
CREATE UNIQUE INDEX "PlatformReport_quarter_version_key" ON "PlatformReport"("quarter", "version");

-- CreateIndex
CREATE INDEX "PlatformReportRow_sellerId_idx" ON "PlatformReportRow"("sellerId");

-- CreateIndex
CREATE INDEX "PlatformReportRow_ownerId_idx" ON "PlatformReportRow"("ownerId");

-- AddForeignKey
ALTER TABLE "PlatformReport" ADD CONSTRAINT "PlatformReport_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlatformReportRow" ADD CONSTRAINT "PlatformReportRow_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "PlatformReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlatformReportRow" ADD CONSTRAINT "PlatformReportRow_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlatformReportRow" ADD CONSTRAINT "PlatformReportRow_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PlatformReport" ADD CONSTRAINT "PlatformReport_quarter" CHECK (extract(day FROM quarter) = 1 AND extract(month FROM quarter) IN (1, 4, 7, 10));
ALTER TABLE "PlatformReport" ADD CONSTRAINT "PlatformReport_reason" CHECK ((version = 1) = (reason IS NULL) AND char_length(reason) BETWEEN 2 AND 300);
ALTER TABLE "PlatformReportRow" ADD CONSTRAINT "PlatformReportRow_sums" CHECK (
  orders >= 0 AND "netFen" = "incomeFen" - "refundsFen" - "commissionFen" - "brokerFen" AND char_length(name) BETWEEN 1 AND 200);

-- versions follow each other
CREATE FUNCTION platform_report_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> 1 + coalesce((SELECT max(version) FROM "PlatformReport" WHERE quarter = NEW.quarter), 0) THEN
    RAISE EXCEPTION 'a version follows the last' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_report_follows BEFORE INSERT ON "PlatformReport" FOR EACH ROW EXECUTE FUNCTION platform_report_follows();

-- rows come with their report, in its transaction
CREATE FUNCTION platform_report_row_is_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "PlatformReport" WHERE id = NEW."reportId" AND xmin::text::bigint = txid_current() % 4294967296) THEN
    RAISE EXCEPTION 'a report is written whole' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_report_row_is_new BEFORE INSERT ON "PlatformReportRow" FOR EACH ROW EXECUTE FUNCTION platform_report_row_is_new();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PlatformReport', 'PlatformReportRow'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', t);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
    EXECUTE format('CREATE POLICY scope ON %I USING (scope_job() = ''payout'')', t);
  END LOOP;
END $$;
