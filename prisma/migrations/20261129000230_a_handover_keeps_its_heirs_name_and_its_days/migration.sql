-- A handover keeps what the desk calls whoever takes the shop over while it waits, and waits for thirty days.

-- AlterTable
ALTER TABLE "ShopHandover" ADD COLUMN "heirName" TEXT;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- The name is kept while the handover waits: with the second word it is hers, unless she has one; of a handover that came to nothing it is gone.
ALTER TABLE "ShopHandover" DISABLE TRIGGER handover_life;
UPDATE "ShopHandover" h SET "heirName" = coalesce(nullif(btrim(p.name), ''), '新店主') FROM "Person" p WHERE p.id = h."toPersonId" AND num_nonnulls(h."doneAt", h."endedAt") = 0;
ALTER TABLE "ShopHandover" ENABLE TRIGGER handover_life;
ALTER TABLE "ShopHandover" ADD CONSTRAINT "ShopHandover_heir"
  CHECK ((num_nonnulls("doneAt", "endedAt") = 0) = ("heirName" IS NOT NULL) AND btrim("heirName") <> '');

-- Proposed by whoever sits over the shop and is close to neither of the two, agreed to by each of them herself within thirty days, and then done; until then any of the three may end it, and after that time the job does.
CREATE OR REPLACE FUNCTION handover_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
     OR (NEW.id, NEW."sellerId", NEW."fromPersonId", NEW."toPersonId", NEW."heirName", NEW.note, NEW."proposedById", NEW."proposedAt")
       IS DISTINCT FROM (OLD.id, OLD."sellerId", OLD."fromPersonId", OLD."toPersonId", OLD."heirName", OLD.note, OLD."proposedById", OLD."proposedAt") THEN
    RAISE EXCEPTION 'handover % stays as it is', OLD.id USING ERRCODE = 'check_violation';
  ELSIF (NEW."fromAgreedAt" IS DISTINCT FROM OLD."fromAgreedAt" AND (OLD."fromAgreedAt" IS NOT NULL OR scope_person() IS DISTINCT FROM OLD."fromPersonId"))
     OR (NEW."toAgreedAt" IS DISTINCT FROM OLD."toAgreedAt" AND (OLD."toAgreedAt" IS NOT NULL OR scope_person() IS DISTINCT FROM OLD."toPersonId")) THEN
    RAISE EXCEPTION 'each agrees for herself, once' USING ERRCODE = 'check_violation';
  ELSIF (NEW."fromAgreedAt", NEW."toAgreedAt") IS DISTINCT FROM (OLD."fromAgreedAt", OLD."toAgreedAt") AND OLD."proposedAt" <= app_now() - interval '30 days' THEN
    RAISE EXCEPTION 'handover % takes no word after thirty days', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'ShopHandover_in_time';
  END IF;
  IF NEW."endedAt" IS NULL AND (NOT open OR has_left(NEW."toPersonId")
     OR NOT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p."personId" = NEW."fromPersonId" AND p.role = 'owner' AND daterange(p."validFrom", p."validTo") @> today)
     OR EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = NEW."sellerId" AND p."personId" = NEW."toPersonId" AND p.role = 'owner' AND daterange(p."validFrom", p."validTo") @> today)) THEN
    RAISE EXCEPTION 'shop % is not handed over from her to her', NEW."sellerId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ShopHandover_possible';
  END IF;
  IF NEW."fromAgreedAt" IS NOT NULL AND NEW."toAgreedAt" IS NOT NULL AND NEW."endedAt" IS NULL THEN
    NEW."doneAt" := app_now();
  END IF;
  IF num_nonnulls(NEW."doneAt", NEW."endedAt") > 0 THEN
    NEW."heirName" := NULL;
  END IF;
  RETURN NEW;
END $$;

-- Whoever takes a shop over is known there by a name: what the desk wrote, where she has told none herself.
CREATE FUNCTION heir_has_a_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "Person" SET name = OLD."heirName" WHERE id = NEW."toPersonId" AND name IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER heir_has_a_name AFTER UPDATE ON "ShopHandover" FOR EACH ROW WHEN (OLD."doneAt" IS NULL AND NEW."doneAt" IS NOT NULL) EXECUTE FUNCTION heir_has_a_name();

-- The wall: the two, the desk over the shop, the job that tells them and ends what has waited too long, and the one that looks whether somebody is still waited for.
ALTER POLICY scope ON "ShopHandover" USING ("fromPersonId" = scope_person() OR "toPersonId" = scope_person() OR shop_in_scope("sellerId") OR scope_job() IN ('joining', 'mandate'))
  WITH CHECK ("fromPersonId" = scope_person() OR "toPersonId" = scope_person() OR shop_in_scope("sellerId")
    OR (scope_job() = 'joining' AND "endedAt" IS NOT NULL AND "proposedAt" <= app_now() - interval '30 days'));
