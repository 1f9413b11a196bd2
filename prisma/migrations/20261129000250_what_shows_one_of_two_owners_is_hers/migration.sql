-- What a shop of several owners shows of one of them is hers: it goes when she goes or takes it back, and stays when another does.

-- AlterTable
ALTER TABLE "Seller" ADD COLUMN     "nameConsentId" UUID,
ADD COLUMN     "wordsConsentId" UUID;

-- CreateIndex
CREATE INDEX "Seller_wordsConsentId_idx" ON "Seller"("wordsConsentId");

-- CreateIndex
CREATE INDEX "Seller_nameConsentId_idx" ON "Seller"("nameConsentId");

-- AddForeignKey
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_wordsConsentId_fkey" FOREIGN KEY ("wordsConsentId") REFERENCES "Consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_nameConsentId_fkey" FOREIGN KEY ("nameConsentId") REFERENCES "Consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- By whose consent something that a shop shows is said: hers who says it now, else that of the owner of today who agreed last.
CREATE FUNCTION consent_shown(the_shop uuid, what text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id FROM "SellerPerson" p JOIN "Consent" c ON c."personId" = p."personId" AND c.purpose = what AND c."withdrawnAt" IS NULL
  WHERE p."sellerId" = the_shop AND p.role = 'owner' AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
  ORDER BY (p."personId" = scope_person()) DESC NULLS LAST, c."givenAt" DESC, c.id DESC LIMIT 1 $$;

-- Whether a consent is somebody else's.
CREATE FUNCTION is_anothers(the_consent uuid, the_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Consent" c WHERE c.id = the_consent AND c."personId" <> the_person) $$;

-- Whom a picture shows at work: the owner of its shop; of several, the one who handed it in first. Null where nobody knows.
CREATE FUNCTION at_work_in(the_media uuid, the_shop uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH owners AS (SELECT DISTINCT p."personId" AS id FROM "SellerPerson" p WHERE p."sellerId" = the_shop AND p.role = 'owner')
  SELECT CASE WHEN (SELECT count(*) FROM owners) = 1 THEN (SELECT id FROM owners) ELSE (
    SELECT u."personId" FROM "Product" d JOIN "ListingRevision" r ON r."productId" = d.id JOIN "ListingEvent" e ON e."revisionId" = r.id JOIN "User" u ON u.id = e."actorUserId"
    WHERE d."sellerId" = the_shop AND e.state = 'submitted' AND u."personId" IN (SELECT id FROM owners)
      AND e.content -> 'photos' @> jsonb_build_array(jsonb_build_object('mediaId', the_media))
    ORDER BY e.at, e.id LIMIT 1) END $$;

-- Whether an owner of today lets herself be shown.
CREATE FUNCTION shows_herself(the_person uuid, the_shop uuid, what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT the_shop IN (SELECT shop FROM shops_of(the_person))
    AND EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = the_person AND c.purpose = what AND c."withdrawnAt" IS NULL) $$;

-- A maker's name and words come onto her pages only while she agrees to it, and it is kept by whose consent; the English of words that stand there is a translation of them.
CREATE OR REPLACE FUNCTION shown_by_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW."makerName" IS DISTINCT FROM OLD."makerName" THEN
    NEW."nameConsentId" := CASE WHEN NEW."makerName" IS NOT NULL THEN consent_shown(NEW.id, 'public_name') END;
    IF NEW."makerName" IS NOT NULL AND NEW."nameConsentId" IS NULL THEN
      RAISE EXCEPTION 'shop %: its owner has not agreed to public_name', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW."wordsZh" IS DISTINCT FROM OLD."wordsZh" OR (NEW."wordsZh" IS NULL AND NEW."wordsEn" IS DISTINCT FROM OLD."wordsEn") THEN
    NEW."wordsConsentId" := CASE WHEN num_nonnulls(NEW."wordsZh", NEW."wordsEn") > 0 THEN consent_shown(NEW.id, 'public_story') END;
    IF num_nonnulls(NEW."wordsZh", NEW."wordsEn") > 0 AND NEW."wordsConsentId" IS NULL THEN
      RAISE EXCEPTION 'shop %: its owner has not agreed to public_story', NEW.id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER shown_by_consent ON "Seller";
CREATE TRIGGER shown_by_consent BEFORE UPDATE OF "makerName", "wordsZh", "wordsEn" ON "Seller" FOR EACH ROW
  WHEN ((NEW."makerName", NEW."wordsZh", NEW."wordsEn") IS DISTINCT FROM (OLD."makerName", OLD."wordsZh", OLD."wordsEn"))
  EXECUTE FUNCTION shown_by_consent();

-- A picture that shows her at work is withheld until she has agreed to it herself; where nobody knows whom it shows, until an owner has.
CREATE OR REPLACE FUNCTION making_asks_first() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE her uuid;
BEGIN
  IF NEW.shot = 'making' AND NEW.state = 'ready' THEN
    her := at_work_in(NEW.id, NEW."sellerId");
    IF NOT (CASE WHEN her IS NULL THEN owner_consents(NEW."sellerId", 'public_photo') ELSE shows_herself(her, NEW."sellerId", 'public_photo') END) THEN
      NEW.state := 'withheld';
    END IF;
  ELSIF NEW.shot IS DISTINCT FROM 'making' AND NEW.state = 'withheld' THEN
    NEW.state := 'ready';
  END IF;
  RETURN NEW;
END $$;

-- What she takes back is gone from her pages in the same transaction, whatever withdraws it: hers alone, and what nobody knows whose it is. Pictures that show her at work are shown again when she agrees anew; those of which nobody
-- knows whom they show, unless an owner has gone since, by a handover or with her account.
CREATE OR REPLACE FUNCTION consent_in_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "Media" m SET state = 'ready' FROM (SELECT w.id, at_work_in(w.id, w."sellerId") AS her FROM "Media" w
        WHERE w."sellerId" IN (SELECT shop FROM shops_of(NEW."personId")) AND w.state = 'withheld') x
      WHERE m.id = x.id AND (x.her = NEW."personId" OR (x.her IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h."sellerId" = m."sellerId" AND h."doneAt" >= m."createdAt")
        AND NOT EXISTS (SELECT 1 FROM "SellerPerson" g JOIN "User" u ON u."personId" = g."personId"
          WHERE g."sellerId" = m."sellerId" AND g.role = 'owner' AND u."closedAt" >= m."createdAt")));
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT 1 FROM "Consent" c WHERE c."personId" = NEW."personId" AND c.purpose = NEW.purpose AND c."withdrawnAt" IS NULL) THEN
    RETURN NULL;
  END IF;
  CASE NEW.purpose
    WHEN 'public_name' THEN
      UPDATE "Seller" SET "makerName" = NULL WHERE id IN (SELECT shop FROM shops_of(NEW."personId")) AND "makerName" IS NOT NULL
        AND NOT is_anothers("nameConsentId", NEW."personId");
    WHEN 'public_story' THEN
      UPDATE "Seller" SET "wordsZh" = NULL, "wordsEn" = NULL WHERE id IN (SELECT shop FROM shops_of(NEW."personId")) AND num_nonnulls("wordsZh", "wordsEn") > 0
        AND NOT is_anothers("wordsConsentId", NEW."personId");
    WHEN 'public_photo' THEN
      UPDATE "Media" SET state = 'withheld' WHERE "sellerId" IN (SELECT shop FROM shops_of(NEW."personId")) AND shot = 'making' AND state = 'ready'
        AND coalesce(at_work_in(id, "sellerId"), NEW."personId") = NEW."personId";
    ELSE NULL;
  END CASE;
  RETURN NULL;
END $$;

-- With the second word the shop is hers in the same moment: orders, money and members stay the shop's; what was of the former owner (card, mandates, name, words, pictures of her at work, tile, role) is out, and what shows another owner stays. Nothing new
-- is listed until the county has looked at who keeps it now. No payout of the shop is on its way then.
CREATE OR REPLACE FUNCTION shop_changes_hands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today CONSTANT date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
  purse uuid := (SELECT id FROM "Party" WHERE "sellerId" = NEW."sellerId");
  her uuid := (SELECT id FROM "User" WHERE "personId" = NEW."toPersonId");
BEGIN
  PERFORM 1 FROM "BankAccount" b WHERE b."partyId" = purse ORDER BY b.id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "PayoutLine" l WHERE l."partyId" = purse AND l.state IN ('prepared', 'in_transit')) THEN
    RAISE EXCEPTION 'a payout of shop % is on its way', NEW."sellerId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ShopHandover_paid_out';
  END IF;
  UPDATE "BankAccount" SET "closedAt" = app_now() WHERE "partyId" = purse AND "closedAt" IS NULL AND "keyId" = (SELECT "dataKeyId" FROM "Person" WHERE id = NEW."fromPersonId");
  UPDATE "Mandate" SET "revokedAt" = app_now() WHERE "sellerId" = NEW."sellerId" AND "revokedAt" IS NULL AND (principal_of(NEW."sellerId") = NEW."fromPersonId" OR "agentPersonId" = NEW."toPersonId");
  UPDATE "SellerPerson" SET "validTo" = today WHERE "sellerId" = NEW."sellerId" AND "personId" = NEW."fromPersonId" AND ("validTo" IS NULL OR "validTo" > today);
  INSERT INTO "SellerPerson" (id, "sellerId", "personId", role, "validFrom") VALUES (gen_random_uuid(), NEW."sellerId", NEW."toPersonId", 'owner', today);
  UPDATE "Person" SET "regionId" = (SELECT s."regionId" FROM "Seller" s WHERE s.id = NEW."sellerId") WHERE id = NEW."toPersonId" AND "regionId" IS NULL;
  UPDATE "UserRole" r SET "validTo" = app_now() FROM "User" u
    WHERE u.id = r."userId" AND u."personId" = NEW."fromPersonId" AND r.role = 'artisan' AND r."validTo" IS NULL AND r."validFrom" < app_now() AND (r."sellerId" = NEW."sellerId"
      -- of no shop in particular: as long as she stands behind another
      OR (r."sellerId" IS NULL AND NOT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."personId" = NEW."fromPersonId" AND daterange(p."validFrom", p."validTo") @> today)));
  INSERT INTO "UserRole" (id, "userId", role, "sellerId", "grantedById") VALUES (gen_random_uuid(), her, 'artisan', NEW."sellerId", NEW."proposedById");
  DELETE FROM "PointMember" t USING "User" u WHERE u.id = t."userId" AND u."personId" = NEW."fromPersonId" AND t."sellerId" = NEW."sellerId";
  UPDATE "Seller" SET "makerName" = CASE WHEN is_anothers("nameConsentId", NEW."fromPersonId") THEN "makerName" END,
    "wordsZh" = CASE WHEN is_anothers("wordsConsentId", NEW."fromPersonId") THEN "wordsZh" END, "wordsEn" = CASE WHEN is_anothers("wordsConsentId", NEW."fromPersonId") THEN "wordsEn" END,
    "verifiedUntil" = least("verifiedUntil", app_now()) WHERE id = NEW."sellerId";
  UPDATE "Media" SET state = 'withheld' WHERE "sellerId" = NEW."sellerId" AND shot = 'making' AND state = 'ready'
    AND coalesce(at_work_in(id, "sellerId"), NEW."fromPersonId") = NEW."fromPersonId";
  RETURN NULL;
END $$;

-- Whose what stands there is: of the owners of today who agree to it the one of that name, else the one who agreed last.
UPDATE "Seller" s SET
  "nameConsentId" = CASE WHEN s."makerName" IS NOT NULL THEN (SELECT c.id FROM "SellerPerson" p JOIN "Person" n ON n.id = p."personId"
    JOIN "Consent" c ON c."personId" = p."personId" AND c.purpose = 'public_name' AND c."withdrawnAt" IS NULL
    WHERE p."sellerId" = s.id AND p.role = 'owner' AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
    ORDER BY (n.name = s."makerName") DESC NULLS LAST, c."givenAt" DESC, c.id DESC LIMIT 1) END,
  "wordsConsentId" = CASE WHEN num_nonnulls(s."wordsZh", s."wordsEn") > 0 THEN consent_shown(s.id, 'public_story') END
  WHERE num_nonnulls(s."makerName", s."wordsZh", s."wordsEn") > 0;
