-- AlterTable
ALTER TABLE "TextVersion" ADD COLUMN     "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now();

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "privacyId" UUID,
ADD COLUMN     "rulesId" UUID,
ADD COLUMN     "termsId" UUID;

-- CreateTable
CREATE TABLE "Agreement" (
    "userId" UUID NOT NULL,
    "textVersionId" UUID NOT NULL,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("userId","textVersionId")
);

-- CreateIndex
CREATE INDEX "Agreement_textVersionId_idx" ON "Agreement"("textVersionId");

-- CreateIndex
CREATE INDEX "Order_termsId_idx" ON "Order"("termsId");

-- CreateIndex
CREATE INDEX "Order_privacyId_idx" ON "Order"("privacyId");

-- CreateIndex
CREATE INDEX "Order_rulesId_idx" ON "Order"("rulesId");

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_textVersionId_fkey" FOREIGN KEY ("textVersionId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_termsId_fkey" FOREIGN KEY ("termsId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_privacyId_fkey" FOREIGN KEY ("privacyId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_rulesId_fkey" FOREIGN KEY ("rulesId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "TextVersion" DISABLE TRIGGER append_only;
UPDATE "TextVersion" SET "publishedAt" = "validFrom" WHERE "validFrom" < "publishedAt";
ALTER TABLE "TextVersion" ENABLE TRIGGER append_only;

-- Terms, privacy and rules: versions count without gaps, a change stands seven days before it holds, and nobody but the owner, who loads what was published elsewhere, says when
-- that was. The first version of a kind holds as soon as it is published.
CREATE FUNCTION document_stands_first() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest record;
BEGIN
  PERFORM pg_advisory_xact_lock(710155, hashtext(NEW.kind));
  IF current_user <> (SELECT tableowner FROM pg_tables WHERE schemaname = TG_TABLE_SCHEMA AND tablename = TG_TABLE_NAME) THEN
    NEW."publishedAt" := app_now();
  END IF;
  SELECT version, "validFrom", "publishedAt" INTO newest FROM "TextVersion" WHERE kind = NEW.kind ORDER BY version DESC LIMIT 1;
  IF NEW.version = newest.version THEN
    IF (NEW."validFrom", NEW."publishedAt") IS DISTINCT FROM (newest."validFrom", newest."publishedAt") THEN
      RAISE EXCEPTION 'both languages of % % are published together', NEW.kind, NEW.version USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.version <> coalesce(newest.version, 0) + 1 THEN
    RAISE EXCEPTION 'version % of % is not the next one', NEW.version, NEW.kind USING ERRCODE = 'check_violation';
  ELSIF NEW."validFrom" < date_trunc('second', NEW."publishedAt") THEN
    RAISE EXCEPTION '% % would hold before it is published', NEW.kind, NEW.version USING ERRCODE = 'check_violation';
  ELSIF newest.version IS NOT NULL AND (NEW."validFrom" < NEW."publishedAt" + interval '7 days' OR NEW."validFrom" <= newest."validFrom") THEN
    RAISE EXCEPTION '% % does not stand seven days before it holds', NEW.kind, NEW.version USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_stands_first BEFORE INSERT ON "TextVersion" FOR EACH ROW WHEN (NEW.kind IN ('terms', 'privacy', 'rules'))
  EXECUTE FUNCTION document_stands_first();

CREATE FUNCTION document_in_both_languages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "TextVersion" WHERE kind = NEW.kind AND version = NEW.version AND locale IN ('zh-CN', 'en')) <> 2 THEN
    RAISE EXCEPTION '% % is not there in both languages', NEW.kind, NEW.version USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER document_in_both_languages AFTER INSERT ON "TextVersion" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('terms', 'privacy', 'rules')) EXECUTE FUNCTION document_in_both_languages();

CREATE FUNCTION document_in_force(the_kind text, the_locale text, at timestamptz) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT id FROM "TextVersion" WHERE kind = the_kind AND "validFrom" <= at AND locale = CASE the_locale WHEN 'en' THEN 'en' ELSE 'zh-CN' END
  ORDER BY version DESC LIMIT 1 $$;

-- An order says by which versions it was placed, and goes on saying so.
CREATE FUNCTION order_freezes_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'the documents of order % stay as they were', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  NEW."termsId" := document_in_force('terms', NEW.locale, NEW."placedAt");
  NEW."privacyId" := document_in_force('privacy', NEW.locale, NEW."placedAt");
  NEW."rulesId" := document_in_force('rules', NEW.locale, NEW."placedAt");
  RETURN NEW;
END $$;
CREATE TRIGGER order_freezes_documents BEFORE INSERT ON "Order" FOR EACH ROW EXECUTE FUNCTION order_freezes_documents();
CREATE TRIGGER order_keeps_documents BEFORE UPDATE ON "Order" FOR EACH ROW
  WHEN ((NEW."termsId", NEW."privacyId", NEW."rulesId") IS DISTINCT FROM (OLD."termsId", OLD."privacyId", OLD."rulesId")) EXECUTE FUNCTION order_freezes_documents();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Agreement" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Agreement" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
