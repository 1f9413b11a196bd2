-- AlterTable
ALTER TABLE "HouseholdImport" ADD COLUMN     "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now();

-- CreateTable
CREATE TABLE "PasswordTry" (
    "factorId" UUID NOT NULL,
    "addressHash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "isKnown" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PasswordTry_pkey" PRIMARY KEY ("factorId","addressHash")
);

-- CreateIndex
CREATE INDEX "PasswordTry_addressHash_lastAt_idx" ON "PasswordTry"("addressHash", "lastAt");

-- CreateIndex
CREATE INDEX "PasswordTry_lastAt_idx" ON "PasswordTry"("lastAt");

-- AddForeignKey
ALTER TABLE "PasswordTry" ADD CONSTRAINT "PasswordTry_factorId_fkey" FOREIGN KEY ("factorId") REFERENCES "SecondFactor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was confirmed by a code is not exchanged underneath it: another secret is another second factor. Her password changes while a session of hers has just proved the second factor, and at no other time.
CREATE OR REPLACE FUNCTION confirmed_factor_stays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (NEW.id, NEW."userId", NEW."secretCipher", NEW."confirmedAt") IS NOT DISTINCT FROM (OLD.id, OLD."userId", OLD."secretCipher", OLD."confirmedAt")
     AND EXISTS (SELECT 1 FROM "Session" s WHERE s."userId" = NEW."userId" AND s."revokedAt" IS NULL AND s."provedAt" > app_now() - interval '5 minutes') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the second factor % is confirmed', OLD.id USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION note_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."touchedAt" := app_now();
  RETURN NEW;
END $$;
CREATE TRIGGER note_touch BEFORE UPDATE ON "HouseholdImport" FOR EACH ROW EXECUTE FUNCTION note_touch();
-- the sweep sees drafts that nobody touched for thirty days, and nothing else
CREATE POLICY sweep ON "HouseholdImport" FOR SELECT USING (scope_job() = 'sweep' AND state = 'draft' AND "touchedAt" <= app_now() - interval '30 days');
CREATE POLICY sweep_away ON "HouseholdImport" FOR DELETE USING (scope_job() = 'sweep' AND state = 'draft' AND "touchedAt" <= app_now() - interval '30 days');
