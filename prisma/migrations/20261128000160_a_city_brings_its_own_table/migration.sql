-- CreateTable
CREATE TABLE "ReturnTemplate" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ReturnTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReturnTemplate_regionId_uploadedAt_idx" ON "ReturnTemplate"("regionId", "uploadedAt");

-- CreateIndex
CREATE INDEX "ReturnTemplate_uploadedById_idx" ON "ReturnTemplate"("uploadedById");

-- AddForeignKey
ALTER TABLE "ReturnTemplate" ADD CONSTRAINT "ReturnTemplate_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnTemplate" ADD CONSTRAINT "ReturnTemplate_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReturnTemplate" ADD CONSTRAINT "ReturnTemplate_size" CHECK (octet_length(bytes) BETWEEN 1 AND 200000 AND btrim("fileName") <> '');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ReturnTemplate" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "ReturnTemplate" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
