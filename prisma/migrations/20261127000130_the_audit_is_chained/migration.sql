-- DropIndex
DROP INDEX "AuditEvent_actorUserId_idx";

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "regionId" UUID;

-- CreateTable
CREATE TABLE "AuditLink" (
    "seq" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditLink_eventId_key" ON "AuditLink"("eventId");

-- CreateIndex
CREATE INDEX "AuditEvent_actorUserId_id_idx" ON "AuditEvent"("actorUserId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_regionId_id_idx" ON "AuditEvent"("regionId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whose walls a deed stands behind ---------------------------------------------------------------------------------

-- where the subject lies, else where the actor works in this role, else where she lives
CREATE FUNCTION audit_region(subject_type text, subject_id text, actor uuid, actor_role text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE place uuid; subject uuid;
BEGIN
  IF subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
    subject := subject_id::uuid;
    place := CASE subject_type
      WHEN 'Household' THEN (SELECT "regionId" FROM "Household" WHERE id = subject)
      WHEN 'Person' THEN (SELECT "regionId" FROM "Person" WHERE id = subject)
      WHEN 'Seller' THEN (SELECT "regionId" FROM "Seller" WHERE id = subject)
      WHEN 'Product' THEN (SELECT s."regionId" FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId" WHERE p.id = subject)
      WHEN 'SellerOrder' THEN (SELECT s."regionId" FROM "SellerOrder" o JOIN "Seller" s ON s.id = o."sellerId" WHERE o.id = subject)
    END;
  END IF;
  RETURN coalesce(place,
    (SELECT "regionId" FROM "UserRole" WHERE "userId" = actor AND role::text = actor_role AND "regionId" IS NOT NULL
       AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now()) ORDER BY "validFrom" DESC LIMIT 1),
    (SELECT p."regionId" FROM "User" u JOIN "Person" p ON p.id = u."personId" WHERE u.id = actor));
END $$;

-- neither the hour nor the place of a deed is the caller's to choose
CREATE FUNCTION audit_hour_and_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.at := app_now();
  NEW."regionId" := audit_region(NEW."subjectType", NEW."subjectId", NEW."actorUserId", NEW.role);
  RETURN NEW;
END $$;

ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only;
UPDATE "AuditEvent" SET "regionId" = audit_region("subjectType", "subjectId", "actorUserId", role);
ALTER TABLE "AuditEvent" ENABLE TRIGGER append_only;
CREATE TRIGGER audit_hour_and_place BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION audit_hour_and_place();

-- anybody's deed is written; it is read within its region, by the one who did it, and by the job that chains and searches the whole
ALTER TABLE "AuditEvent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditEvent" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "AuditEvent" TO CURRENT_USER USING (true);
CREATE POLICY written ON "AuditEvent" FOR INSERT WITH CHECK (true);
CREATE POLICY scope ON "AuditEvent" FOR SELECT USING (region_in_scope("regionId") OR scope_job() = 'audit'
  OR "actorUserId" = (SELECT u.id FROM "User" u WHERE u."personId" = scope_person()));

-- The chain --------------------------------------------------------------------------------------------------------

ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_hash" CHECK (seq > 0 AND octet_length(hash) = 32);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditLink" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "AuditLink" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
