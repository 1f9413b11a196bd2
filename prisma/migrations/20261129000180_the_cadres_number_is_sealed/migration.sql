-- The number of the cadre responsible for a household stood in the clear behind its wall; it is sealed like every other number. What was written before is sealed by a job, as the key that wraps its keys lies outside
-- the database; in the clear nothing is written again.
ALTER TABLE "HouseholdFacts" ADD COLUMN "cadrePhoneCipher" BYTEA, ADD COLUMN "cadrePhoneKeyId" UUID;

-- CreateIndex
CREATE INDEX "HouseholdFacts_cadrePhoneKeyId_idx" ON "HouseholdFacts"("cadrePhoneKeyId");

-- AddForeignKey
ALTER TABLE "HouseholdFacts" ADD CONSTRAINT "HouseholdFacts_cadrePhoneKeyId_fkey" FOREIGN KEY ("cadrePhoneKeyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "HouseholdFacts" DROP CONSTRAINT "HouseholdFacts_whole",
  ADD CONSTRAINT "HouseholdFacts_whole" CHECK (CASE WHEN "importId" IS NULL THEN num_nulls("people", "workers", "cadreName", "cadreOffice") = 0
    ELSE num_nonnulls("people", "workers", "mainCauseId", "identifiedIn", "liftedIn", "cadreName", "cadreOffice", "cadrePhone", "cadrePhoneCipher") > 0 END),
  ADD CONSTRAINT "HouseholdFacts_sealed" CHECK (num_nulls("cadrePhoneCipher", "cadrePhoneKeyId") IN (0, 2)),
  -- asked of every row that is written from now on; those from before wait for the job
  ADD CONSTRAINT "HouseholdFacts_never_clear" CHECK ("cadrePhone" IS NULL) NOT VALID;

-- Nothing is changed but this: a number in the clear is sealed, once.
DROP TRIGGER append_only ON "HouseholdFacts";
CREATE TRIGGER append_only BEFORE UPDATE ON "HouseholdFacts" FOR EACH ROW
  WHEN (OLD."cadrePhone" IS NULL OR OLD."cadrePhoneCipher" IS NOT NULL OR NEW."cadrePhone" IS NOT NULL OR NEW."cadrePhoneCipher" IS NULL
    OR to_jsonb(NEW) - '{cadrePhone,cadrePhoneCipher,cadrePhoneKeyId}'::text[] <> to_jsonb(OLD) - '{cadrePhone,cadrePhoneCipher,cadrePhoneKeyId}'::text[])
  EXECUTE FUNCTION append_only();

-- The job is shown what is still to be sealed, and nothing when that is done; it seals by this function alone. Who asks whose data a list held is shown which households it spoke of.
CREATE POLICY job ON "HouseholdFacts" FOR SELECT USING (scope_job() = 'income' OR (scope_job() = 'sweep' AND "cadrePhone" IS NOT NULL));
CREATE FUNCTION seal_cadre_phone(facts uuid, sealed bytea, key uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE "HouseholdFacts" SET "cadrePhone" = NULL, "cadrePhoneCipher" = sealed, "cadrePhoneKeyId" = key WHERE id = facts AND "cadrePhone" IS NOT NULL AND scope_job() = 'sweep' $$;
