-- AlterEnum
ALTER TYPE "MediaState" ADD VALUE 'withheld';

-- What must hold whatever the application does ---------------------------------------------------------------------

-- The shops that are hers today.
CREATE FUNCTION shops_of(the_person uuid) RETURNS TABLE (shop uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p."sellerId" FROM "SellerPerson" p WHERE p."personId" = the_person AND p.role = 'owner'
    AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date $$;

-- What she takes back is gone from her pages in the same transaction, whatever withdraws it. Pictures that show her at work are withheld, and shown again when she agrees anew.
CREATE FUNCTION consent_in_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "Media" SET state = 'ready' WHERE "sellerId" IN (SELECT shop FROM shops_of(NEW."personId")) AND state = 'withheld';
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = NEW."personId" AND c.purpose = NEW.purpose AND c."withdrawnAt" IS NULL) THEN
    RETURN NULL;
  END IF;
  CASE NEW.purpose
    WHEN 'public_name' THEN
      UPDATE "Seller" SET "makerName" = NULL WHERE id IN (SELECT shop FROM shops_of(NEW."personId")) AND "makerName" IS NOT NULL;
    WHEN 'public_story' THEN
      UPDATE "Seller" SET "wordsZh" = NULL, "wordsEn" = NULL WHERE id IN (SELECT shop FROM shops_of(NEW."personId")) AND num_nonnulls("wordsZh", "wordsEn") > 0;
    WHEN 'public_photo' THEN
      UPDATE "Media" SET state = 'withheld' WHERE "sellerId" IN (SELECT shop FROM shops_of(NEW."personId")) AND shot = 'making' AND state = 'ready';
    ELSE NULL;
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER consent_taken_back AFTER UPDATE OF "withdrawnAt" ON "Consent" FOR EACH ROW WHEN (OLD."withdrawnAt" IS NULL AND NEW."withdrawnAt" IS NOT NULL)
  EXECUTE FUNCTION consent_in_public();
CREATE TRIGGER consent_given AFTER INSERT ON "Consent" FOR EACH ROW WHEN (NEW.purpose = 'public_photo' AND NEW."withdrawnAt" IS NULL)
  EXECUTE FUNCTION consent_in_public();

-- A maker's name and words come onto her pages only while she agrees to it; the English of words that stand there is a translation of them.
CREATE FUNCTION shown_by_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE what text := CASE WHEN NEW."makerName" IS DISTINCT FROM OLD."makerName" AND NEW."makerName" IS NOT NULL THEN 'public_name' ELSE 'public_story' END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "SellerPerson" p JOIN "Consent" c ON c."personId" = p."personId"
      WHERE p."sellerId" = NEW.id AND p.role = 'owner' AND c.purpose = what AND c."withdrawnAt" IS NULL) THEN
    RAISE EXCEPTION 'shop %: its owner has not agreed to %', NEW.id, what USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shown_by_consent BEFORE UPDATE OF "makerName", "wordsZh", "wordsEn" ON "Seller" FOR EACH ROW
  WHEN ((NEW."makerName" IS NOT NULL AND NEW."makerName" IS DISTINCT FROM OLD."makerName") OR (NEW."wordsZh" IS NOT NULL AND NEW."wordsZh" IS DISTINCT FROM OLD."wordsZh")
     OR (NEW."wordsEn" IS NOT NULL AND NEW."wordsEn" IS DISTINCT FROM OLD."wordsEn" AND NEW."wordsZh" IS NULL))
  EXECUTE FUNCTION shown_by_consent();
