-- A shop is paid to whoever keeps it: what the one before her opened with the payment provider is over with her, as her cards are.
ALTER TABLE "ConnectAccount" ADD COLUMN "endedAt" TIMESTAMPTZ(3);
DROP INDEX "ConnectAccount_partyId_key";
CREATE INDEX "ConnectAccount_partyId_idx" ON "ConnectAccount"("partyId");
CREATE UNIQUE INDEX "ConnectAccount_one" ON "ConnectAccount"("partyId") WHERE "endedAt" IS NULL;

-- An account that is over belongs to nobody new, and is never taken up again.
CREATE FUNCTION ended_account_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'account % is over', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER ended_account_stays BEFORE UPDATE OF "partyId", "consentId", "endedAt" ON "ConnectAccount" FOR EACH ROW
  WHEN (OLD."endedAt" IS NOT NULL AND (NEW."partyId", NEW."consentId", NEW."endedAt") IS DISTINCT FROM (OLD."partyId", OLD."consentId", OLD."endedAt"))
  EXECUTE FUNCTION ended_account_stays();

-- A card is registered by whoever keeps the shop in that moment: a handover comes before it or after it.
CREATE FUNCTION card_of_whoever_keeps_the_shop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE shop uuid := (SELECT "sellerId" FROM "Party" WHERE id = NEW."partyId");
BEGIN
  IF shop IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "Seller" WHERE id = shop FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM "ShopHandover" h JOIN "Person" p ON p.id = h."fromPersonId" WHERE h."sellerId" = shop AND h."doneAt" IS NOT NULL AND p."dataKeyId" = NEW."keyId")
     AND NOT EXISTS (SELECT 1 FROM "SellerPerson" o JOIN "Person" p ON p.id = o."personId" WHERE o."sellerId" = shop AND o.role = 'owner' AND p."dataKeyId" = NEW."keyId"
       AND daterange(o."validFrom", o."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
    RAISE EXCEPTION 'shop % is another''s now', shop USING ERRCODE = 'check_violation', CONSTRAINT = 'BankAccount_keeper';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER card_of_whoever_keeps_the_shop BEFORE INSERT ON "BankAccount" FOR EACH ROW EXECUTE FUNCTION card_of_whoever_keeps_the_shop();

-- An owner who has closed her account keeps nothing, though her place may last until tomorrow.
CREATE OR REPLACE FUNCTION shop_has_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM 1 FROM "Seller" WHERE id = OLD."sellerId" AND status IN ('active', 'paused') FOR UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = OLD."sellerId" AND p.role = 'owner' AND NOT has_left(p."personId")
      AND (p."validTo" IS NULL OR p."validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date)) THEN
    RAISE EXCEPTION 'shop % is left to nobody', OLD."sellerId" USING ERRCODE = 'check_violation', CONSTRAINT = 'SellerPerson_owned';
  END IF;
  RETURN NULL;
END $$;

-- Whoever leaves takes her account with the provider out of the shop's purse; one from before consents were asked for goes with the first who leaves. Her cards were stopped under the key that she had.
CREATE OR REPLACE FUNCTION leave_shared_shops(the_person uuid) RETURNS TABLE (shop uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE today CONSTANT date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF scope_person() IS DISTINCT FROM the_person OR NOT has_left(the_person) THEN
    RAISE EXCEPTION 'she alone leaves, with her account' USING ERRCODE = 'check_violation';
  END IF;
  FOR shop IN SELECT s.id FROM "Seller" s WHERE s.status IN ('active', 'paused') AND s.id IN (SELECT x.shop FROM shops_of(the_person) x)
      AND EXISTS (SELECT 1 FROM "SellerPerson" o WHERE o."sellerId" = s.id AND o.role = 'owner' AND o."personId" <> the_person AND NOT has_left(o."personId")
        AND daterange(o."validFrom", o."validTo") @> today)
      ORDER BY s.id FOR UPDATE LOOP
    UPDATE "Mandate" SET "revokedAt" = app_now() WHERE "sellerId" = shop AND "revokedAt" IS NULL AND principal_of(shop) = the_person;
    UPDATE "ConnectAccount" x SET "endedAt" = app_now() FROM "Party" y WHERE y.id = x."partyId" AND y."sellerId" = shop AND x."endedAt" IS NULL
      AND (x."consentId" IS NULL OR EXISTS (SELECT 1 FROM "Consent" c WHERE c.id = x."consentId" AND c."personId" = the_person));
    UPDATE "SellerPerson" SET "validTo" = greatest(today, "validFrom" + 1) WHERE "sellerId" = shop AND "personId" = the_person AND (("validTo" IS NULL) OR "validTo" > today);
    RETURN NEXT;
  END LOOP;
END $$;

-- With a shop that changes hands goes what its former owner confirmed and nobody has looked at yet.
CREATE OR REPLACE FUNCTION renewal_is_checked_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."checkedAt" IS NULL
     AND EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h."sellerId" = OLD."sellerId" AND h."doneAt" >= OLD."confirmedAt") THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD."checkedAt" IS NOT NULL
      OR (NEW.id, NEW."sellerId", NEW."confirmedById", NEW."confirmedAt") IS DISTINCT FROM (OLD.id, OLD."sellerId", OLD."confirmedById", OLD."confirmedAt"))) THEN
    RAISE EXCEPTION 'renewal % stays as it is', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."checkedById" IS NULL THEN
    RETURN NEW;
  END IF;
  IF NOT sits_over((SELECT s."regionId" FROM "Seller" s WHERE s.id = NEW."sellerId"), NEW."checkedById", enum_range(NULL::"RegionLevel")) THEN
    RAISE EXCEPTION 'renewal % is checked by those who sit over its shop', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p.role = 'owner' AND is_close_to(p."personId", NEW."checkedById")) THEN
    RAISE EXCEPTION 'nobody checks her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'SellerRenewal_not_her_own';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION what_the_former_owner_leaves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "ConnectAccount" x SET "endedAt" = app_now() FROM "Party" y WHERE y.id = x."partyId" AND y."sellerId" = NEW."sellerId" AND x."endedAt" IS NULL
    AND (x."consentId" IS NULL OR EXISTS (SELECT 1 FROM "Consent" c WHERE c.id = x."consentId" AND c."personId" = NEW."fromPersonId"));
  DELETE FROM "SellerRenewal" WHERE "sellerId" = NEW."sellerId" AND "checkedAt" IS NULL;
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'renewal' AND c."subjectId" = NEW."sellerId";
  RETURN NULL;
END $$;
CREATE TRIGGER what_the_former_owner_leaves AFTER UPDATE ON "ShopHandover" FOR EACH ROW WHEN (OLD."doneAt" IS NULL AND NEW."doneAt" IS NOT NULL)
  EXECUTE FUNCTION what_the_former_owner_leaves();

-- Pictures of an owner who has gone, by a handover or with her account, are not shown again by another's consent.
CREATE OR REPLACE FUNCTION consent_in_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "Media" m SET state = 'ready' WHERE m."sellerId" IN (SELECT shop FROM shops_of(NEW."personId")) AND m.state = 'withheld'
      AND NOT EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h."sellerId" = m."sellerId" AND h."doneAt" >= m."createdAt")
      AND NOT EXISTS (SELECT 1 FROM "SellerPerson" g JOIN "User" u ON u."personId" = g."personId"
        WHERE g."sellerId" = m."sellerId" AND g.role = 'owner' AND u."closedAt" >= m."createdAt");
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
