-- What income was once counted by stays, whoever asks: a membership, a status and a verified link are never removed, and end once.
CREATE FUNCTION never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is history: end the row instead of removing it', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."validTo" IS NOT NULL AND NEW."validTo" IS DISTINCT FROM OLD."validTo" THEN
    RAISE EXCEPTION '% has ended: its end never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER never_removed BEFORE DELETE ON "HouseholdMember" FOR EACH ROW WHEN (OLD."verifiedAt" IS NOT NULL) EXECUTE FUNCTION never_removed();
CREATE TRIGGER never_removed BEFORE DELETE ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION never_removed();
CREATE TRIGGER never_removed BEFORE DELETE ON "HouseholdLink" FOR EACH ROW WHEN (OLD."verifiedAt" IS NOT NULL) EXECUTE FUNCTION never_removed();
CREATE TRIGGER ends_once BEFORE UPDATE ON "HouseholdMember" FOR EACH ROW WHEN (OLD."verifiedAt" IS NOT NULL) EXECUTE FUNCTION ends_once();
CREATE TRIGGER ends_once BEFORE UPDATE ON "HouseholdStatus" FOR EACH ROW EXECUTE FUNCTION ends_once();
CREATE TRIGGER ends_once BEFORE UPDATE ON "HouseholdLink" FOR EACH ROW WHEN (OLD."verifiedAt" IS NOT NULL) EXECUTE FUNCTION ends_once();

-- dated rules never change in place: a change is an end and a new row
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "Setting" FOR EACH ROW EXECUTE FUNCTION keep_the_past('key', 'value', 'validFrom');
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "PostageRule" FOR EACH ROW EXECUTE FUNCTION keep_the_past('parcelFen', 'freeFromFen', 'validFrom');
