-- Who leaves a shop, takes an application back, or hands a shop over to somebody else.

-- CreateTable
CREATE TABLE "ShopHandover" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "fromPersonId" UUID NOT NULL,
    "toPersonId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "fromAgreedAt" TIMESTAMPTZ(3),
    "toAgreedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShopHandover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShopHandover_sellerId_idx" ON "ShopHandover"("sellerId");

-- CreateIndex
CREATE INDEX "ShopHandover_fromPersonId_idx" ON "ShopHandover"("fromPersonId");

-- CreateIndex
CREATE INDEX "ShopHandover_toPersonId_idx" ON "ShopHandover"("toPersonId");

-- CreateIndex
CREATE INDEX "ShopHandover_proposedById_idx" ON "ShopHandover"("proposedById");

-- AddForeignKey
ALTER TABLE "ShopHandover" ADD CONSTRAINT "ShopHandover_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopHandover" ADD CONSTRAINT "ShopHandover_fromPersonId_fkey" FOREIGN KEY ("fromPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopHandover" ADD CONSTRAINT "ShopHandover_toPersonId_fkey" FOREIGN KEY ("toPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopHandover" ADD CONSTRAINT "ShopHandover_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- An application goes from her to the county, from the county to the city, and is then over; until then she may take it back. What is looked at stands still; only whoever sits over its place, and is neither
-- she nor of her household, recommends, sends back, refuses or approves it. Of a refused one and one that was taken back what names her goes, and of one whose maker has left.
CREATE OR REPLACE FUNCTION application_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  below CONSTANT "RegionLevel"[] := ARRAY['county', 'town', 'village']::"RegionLevel"[];
  above CONSTANT "RegionLevel"[] := ARRAY['province', 'city']::"RegionLevel"[];
  is_left boolean := OLD.state = 'approved' AND NEW.state = OLD.state AND has_left(OLD."personId");
  -- a refused one, one that was taken back, and one of a maker who has left, is emptied once, of everything that names her or tells of her household
  is_emptied boolean := (OLD.state IN ('refused', 'withdrawn') OR is_left) AND NEW.state = OLD.state
    AND num_nonnulls(NEW."realName", NEW."idCipher", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId", NEW."householdClaim", NEW."householdWords") = 0
    AND (NEW.kind, NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."declarationTextId", NEW."agreementTextId", NEW."consentsAskedAt")
      IS NOT DISTINCT FROM (OLD.kind, OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."declarationTextId", OLD."agreementTextId", OLD."consentsAskedAt");
  -- as she leaves, what the law keeps of her papers goes under a key of its own, and what she said of her household is gone
  is_set_apart boolean := is_left AND NEW."keyId" <> OLD."keyId" AND NEW."idCipher" IS NOT NULL AND num_nonnulls(NEW."householdClaim", NEW."householdWords") = 0
    AND (NEW.kind, NEW."realName", NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId",
      NEW."declarationTextId", NEW."agreementTextId", NEW."consentsAskedAt")
      IS NOT DISTINCT FROM (OLD.kind, OLD."realName", OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."shopName", OLD."licenceName", OLD."licenceCode", OLD."licenceUntil", OLD."licencePhotoId",
      OLD."declarationTextId", OLD."agreementTextId", OLD."consentsAskedAt");
  is_hers boolean := NEW.state IN ('draft', 'submitted');
  judge uuid := CASE NEW.state WHEN 'recommended' THEN NEW."recommendedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'an application begins with her' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."personId", NEW."createdAt") IS DISTINCT FROM (OLD.id, OLD."personId", OLD."createdAt") OR (NEW."keyId" <> OLD."keyId" AND NOT is_set_apart)
     OR (OLD."sellerId" IS NOT NULL AND NEW."sellerId" IS DISTINCT FROM OLD."sellerId") THEN
    RAISE EXCEPTION 'application % is hers', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT is_emptied AND NOT is_set_apart AND OLD.state NOT IN ('draft', 'returned') AND
     (NEW.kind, NEW."realName", NEW."idCipher", NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."shopName", NEW."licenceName", NEW."licenceCode", NEW."licenceUntil", NEW."licencePhotoId",
      NEW."declarationTextId", NEW."householdClaim", NEW."householdWords", NEW."agreementTextId", NEW."consentsAskedAt") IS DISTINCT FROM
     (OLD.kind, OLD."realName", OLD."idCipher", OLD."regionId", OLD."craftId", OLD."yearsAtCraft", OLD."shopName", OLD."licenceName", OLD."licenceCode", OLD."licenceUntil", OLD."licencePhotoId",
      OLD."declarationTextId", OLD."householdClaim", OLD."householdWords", OLD."agreementTextId", OLD."consentsAskedAt") THEN
    RAISE EXCEPTION 'application % is being looked at', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF NOT (OLD.state, NEW.state) IN (('draft', 'submitted'), ('returned', 'submitted'), ('submitted', 'recommended'), ('submitted', 'returned'), ('submitted', 'refused'),
      ('recommended', 'approved'), ('recommended', 'returned'), ('recommended', 'refused'),
      ('draft', 'withdrawn'), ('returned', 'withdrawn'), ('submitted', 'withdrawn'), ('recommended', 'withdrawn')) THEN
    RAISE EXCEPTION 'application % does not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'submitted' AND (
      num_nulls(NEW.kind, NEW."realName", NEW."idCipher", NEW."regionId", NEW."craftId", NEW."yearsAtCraft", NEW."shopName", NEW."agreementTextId", NEW."consentsAskedAt", NEW."sellerId") > 0
      OR (SELECT level FROM "Region" WHERE id = NEW."regionId") <> 'village'
      OR (NEW.kind IN ('artisan', 'household') AND num_nulls(NEW."declarationTextId", NEW."householdClaim") > 0)
      OR (NEW.kind NOT IN ('artisan', 'household') AND num_nulls(NEW."licenceName", NEW."licenceCode", NEW."licencePhotoId") > 0)
      OR NOT EXISTS (SELECT 1 FROM "ApplicationPhoto" WHERE "applicationId" = NEW.id)) THEN
    RAISE EXCEPTION 'application % is not complete', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'withdrawn' THEN
    IF scope_person() IS DISTINCT FROM NEW."personId" THEN
      RAISE EXCEPTION 'application % is taken back by her', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF is_hers THEN
    RETURN NEW;
  END IF;
  IF judge IS NULL OR NOT sits_over(NEW."regionId", judge, CASE NEW.state WHEN 'recommended' THEN below WHEN 'approved' THEN above ELSE below || above END) THEN
    RAISE EXCEPTION 'application % is judged by those who sit over its place', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF is_close_to(NEW."personId", judge) THEN
    RAISE EXCEPTION 'nobody judges her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'SellerApplication_not_her_own';
  END IF;
  IF NEW.state = 'approved' AND NEW."recommendedById" IS DISTINCT FROM OLD."recommendedById" THEN
    RAISE EXCEPTION 'application % was recommended by somebody else', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state IN ('recommended', 'approved') AND NEW.kind IN ('artisan', 'household') AND NOT EXISTS (
      SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = NEW."personId" AND l."verifiedAt" IS NOT NULL
        AND daterange(l."validFrom", l."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
    RAISE EXCEPTION 'application %: her household is not verified', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
DROP INDEX "SellerApplication_one_open";
CREATE UNIQUE INDEX "SellerApplication_one_open" ON "SellerApplication" ("personId") WHERE state NOT IN ('approved', 'refused', 'withdrawn');

-- Nobody decides what another holds; whoever takes her own back asks nobody. The claim ends with either.
CREATE OR REPLACE FUNCTION application_step_ends_the_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'withdrawn' THEN
    PERFORM refuse_held_work('application', NEW.id, CASE NEW.state WHEN 'recommended' THEN NEW."recommendedById" ELSE NEW."decidedById" END);
  END IF;
  DELETE FROM "WorkClaim" c WHERE c.queue::text = 'application' AND c."subjectId" = NEW.id;
  RETURN NEW;
END $$;

-- A shop that is open or rests has an owner: whoever goes leaves it to somebody. Of two who go in one moment the second waits for the first.
CREATE FUNCTION shop_has_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM 1 FROM "Seller" WHERE id = OLD."sellerId" AND status IN ('active', 'paused') FOR UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = OLD."sellerId" AND p.role = 'owner'
      AND (p."validTo" IS NULL OR p."validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date)) THEN
    RAISE EXCEPTION 'shop % is left to nobody', OLD."sellerId" USING ERRCODE = 'check_violation', CONSTRAINT = 'SellerPerson_owned';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shop_has_an_owner AFTER UPDATE OR DELETE ON "SellerPerson" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner')
  EXECUTE FUNCTION shop_has_an_owner();

-- Whoever closes her account leaves the shops that another owns with her: her place in them ends today, the cards that lie under her key are stopped, and a mandate that she signed for the shop is over. Says which shops.
CREATE FUNCTION leave_shared_shops(the_person uuid) RETURNS TABLE (shop uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE today CONSTANT date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF scope_person() IS DISTINCT FROM the_person OR NOT has_left(the_person) THEN
    RAISE EXCEPTION 'she alone leaves, with her account' USING ERRCODE = 'check_violation';
  END IF;
  FOR shop IN SELECT s.id FROM "Seller" s WHERE s.status IN ('active', 'paused') AND s.id IN (SELECT x.shop FROM shops_of(the_person) x)
      AND EXISTS (SELECT 1 FROM "SellerPerson" o WHERE o."sellerId" = s.id AND o.role = 'owner' AND o."personId" <> the_person AND daterange(o."validFrom", o."validTo") @> today)
      ORDER BY s.id FOR UPDATE LOOP
    UPDATE "Mandate" SET "revokedAt" = app_now() WHERE "sellerId" = shop AND "revokedAt" IS NULL AND principal_of(shop) = the_person;
    UPDATE "BankAccount" b SET "closedAt" = app_now() FROM "Party" y, "Person" p
      WHERE y.id = b."partyId" AND y."sellerId" = shop AND p.id = the_person AND b."keyId" = p."dataKeyId" AND b."closedAt" IS NULL;
    UPDATE "SellerPerson" SET "validTo" = greatest(today, "validFrom" + 1) WHERE "sellerId" = shop AND "personId" = the_person AND (("validTo" IS NULL) OR "validTo" > today);
    RETURN NEXT;
  END LOOP;
END $$;

-- A line of a payout is written for a card while nobody stops it: the one waits for the other.
CREATE OR REPLACE FUNCTION paid_to_a_usable_card() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW."bankAccountId" IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "BankAccount" b WHERE b.id = NEW."bankAccountId" AND b."closedAt" IS NULL AND b."usableFrom" <= app_now() FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no money goes to a card that still cools or was stopped' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "BankAccount" b JOIN "Party" y ON y.id = b."partyId" JOIN "Seller" s ON s.id = y."sellerId" WHERE b.id = NEW."bankAccountId" AND s.status = 'applying') THEN
    RAISE EXCEPTION 'no money goes to the card of a shop that is not open yet' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- A handover is proposed by whoever sits over the shop and is close to neither of the two, agreed to by each of them herself, and is then done; until then any of the three may end it. One at a time for a shop.
ALTER TABLE "ShopHandover"
  ADD CONSTRAINT "ShopHandover_two" CHECK ("fromPersonId" <> "toPersonId"),
  ADD CONSTRAINT "ShopHandover_note" CHECK (btrim(note) <> ''),
  ADD CONSTRAINT "ShopHandover_done" CHECK (("doneAt" IS NULL OR "endedAt" IS NULL) AND ("doneAt" IS NOT NULL) = ("fromAgreedAt" IS NOT NULL AND "toAgreedAt" IS NOT NULL));
CREATE UNIQUE INDEX "ShopHandover_one_open" ON "ShopHandover" ("sellerId") WHERE "doneAt" IS NULL AND "endedAt" IS NULL;

CREATE FUNCTION handover_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE place uuid; open boolean; today CONSTANT date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a handover stays' USING ERRCODE = 'check_violation';
  END IF;
  SELECT s."regionId", s.kind <> 'individual' AND s.status IN ('active', 'paused') INTO place, open FROM "Seller" s WHERE s.id = NEW."sellerId" FOR UPDATE;
  IF TG_OP = 'INSERT' THEN
    IF num_nonnulls(NEW."fromAgreedAt", NEW."toAgreedAt", NEW."doneAt", NEW."endedAt") > 0 THEN
      RAISE EXCEPTION 'a handover begins with nobody''s word' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT sits_over(place, NEW."proposedById", enum_range(NULL::"RegionLevel")) THEN
      RAISE EXCEPTION 'a handover is proposed by whoever sits over the shop' USING ERRCODE = 'check_violation';
    END IF;
    IF is_close_to(NEW."fromPersonId", NEW."proposedById") OR is_close_to(NEW."toPersonId", NEW."proposedById") THEN
      RAISE EXCEPTION 'nobody hands over to her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'ShopHandover_not_her_own';
    END IF;
  ELSIF OLD."doneAt" IS NOT NULL OR OLD."endedAt" IS NOT NULL
     OR (NEW.id, NEW."sellerId", NEW."fromPersonId", NEW."toPersonId", NEW.note, NEW."proposedById", NEW."proposedAt")
       IS DISTINCT FROM (OLD.id, OLD."sellerId", OLD."fromPersonId", OLD."toPersonId", OLD.note, OLD."proposedById", OLD."proposedAt") THEN
    RAISE EXCEPTION 'handover % stays as it is', OLD.id USING ERRCODE = 'check_violation';
  ELSIF (NEW."fromAgreedAt" IS DISTINCT FROM OLD."fromAgreedAt" AND (OLD."fromAgreedAt" IS NOT NULL OR scope_person() IS DISTINCT FROM OLD."fromPersonId"))
     OR (NEW."toAgreedAt" IS DISTINCT FROM OLD."toAgreedAt" AND (OLD."toAgreedAt" IS NOT NULL OR scope_person() IS DISTINCT FROM OLD."toPersonId")) THEN
    RAISE EXCEPTION 'each agrees for herself, once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."endedAt" IS NULL AND (NOT open OR has_left(NEW."toPersonId")
     OR NOT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p."personId" = NEW."fromPersonId" AND p.role = 'owner' AND daterange(p."validFrom", p."validTo") @> today)
     OR EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p."personId" = NEW."toPersonId" AND p.role = 'owner' AND daterange(p."validFrom", p."validTo") @> today)) THEN
    RAISE EXCEPTION 'shop % is not handed over from her to her', NEW."sellerId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ShopHandover_possible';
  END IF;
  IF NEW."fromAgreedAt" IS NOT NULL AND NEW."toAgreedAt" IS NOT NULL AND NEW."endedAt" IS NULL THEN
    NEW."doneAt" := app_now();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_life BEFORE INSERT OR UPDATE OR DELETE ON "ShopHandover" FOR EACH ROW EXECUTE FUNCTION handover_life();

-- Whoever opened the shop of a new maker, or handed it over to her, gives her the role.
CREATE OR REPLACE FUNCTION has_opened_shop(giver uuid, the_seller uuid, the_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerApplication" a JOIN "User" u ON u."personId" = a."personId"
      WHERE a.state = 'approved' AND a."decidedById" = giver AND a."sellerId" = the_seller AND u.id = the_user)
    OR EXISTS (SELECT 1 FROM "ShopHandover" h JOIN "User" u ON u."personId" = h."toPersonId"
      WHERE h."doneAt" IS NOT NULL AND h."proposedById" = giver AND h."sellerId" = the_seller AND u.id = the_user) $$;

-- With the second word the shop is hers in the same moment: orders, money and members stay the shop's; what was of the former owner (card, mandates, name, words, pictures of her at work, tile, role) is out. Nothing new
-- is listed until the county has looked at who keeps it now. No payout of the shop is on its way then.
CREATE FUNCTION shop_changes_hands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
    WHERE u.id = r."userId" AND u."personId" = NEW."fromPersonId" AND r.role = 'artisan' AND r."sellerId" = NEW."sellerId" AND r."validTo" IS NULL AND r."validFrom" < app_now();
  INSERT INTO "UserRole" (id, "userId", role, "sellerId", "grantedById") VALUES (gen_random_uuid(), her, 'artisan', NEW."sellerId", NEW."proposedById");
  DELETE FROM "PointMember" t USING "User" u WHERE u.id = t."userId" AND u."personId" = NEW."fromPersonId" AND t."sellerId" = NEW."sellerId";
  UPDATE "Seller" SET "makerName" = NULL, "wordsZh" = NULL, "wordsEn" = NULL, "verifiedUntil" = least("verifiedUntil", app_now()) WHERE id = NEW."sellerId";
  UPDATE "Media" SET state = 'withheld' WHERE "sellerId" = NEW."sellerId" AND shot = 'making' AND state = 'ready';
  RETURN NULL;
END $$;
CREATE TRIGGER shop_changes_hands AFTER UPDATE ON "ShopHandover" FOR EACH ROW WHEN (OLD."doneAt" IS NULL AND NEW."doneAt" IS NOT NULL) EXECUTE FUNCTION shop_changes_hands();

-- What she takes back is gone from her pages in the same transaction, whatever withdraws it. Pictures that show her at work are withheld, and shown again when she agrees anew: hers, not those of an owner before her.
CREATE OR REPLACE FUNCTION consent_in_public() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "Media" m SET state = 'ready' WHERE m."sellerId" IN (SELECT shop FROM shops_of(NEW."personId")) AND m.state = 'withheld'
      AND NOT EXISTS (SELECT 1 FROM "ShopHandover" h WHERE h."sellerId" = m."sellerId" AND h."doneAt" >= m."createdAt");
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

-- A wall around handovers: the two, the desk over the shop, and the job that tells them.
CREATE POLICY scope ON "ShopHandover" USING ("fromPersonId" = scope_person() OR "toPersonId" = scope_person() OR shop_in_scope("sellerId") OR scope_job() = 'joining')
  WITH CHECK ("fromPersonId" = scope_person() OR "toPersonId" = scope_person() OR shop_in_scope("sellerId"));
ALTER TABLE "ShopHandover" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShopHandover" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "ShopHandover" TO CURRENT_USER USING (true);
