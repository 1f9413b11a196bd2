-- Moves a place with all that lies in it below another one, as before; a place that comes back now brings the names that it had meanwhile, each until the day on which it ended there.
CREATE OR REPLACE FUNCTION move_region(place uuid, new_parent uuid, new_code text, mover uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
  old "Region"; one "Region"; former "Region"; the_code text; top uuid; now_id uuid; now_parent uuid; county uuid; held record;
BEGIN
  PERFORM pg_advisory_xact_lock(710312);
  PERFORM pg_advisory_xact_lock(710011);
  SELECT * INTO STRICT old FROM "Region" WHERE id = place FOR UPDATE;
  SELECT * INTO STRICT one FROM "Region" WHERE id = new_parent FOR UPDATE;
  IF NOT administers(mover, place, new_parent) THEN
    RAISE EXCEPTION 'a place is moved by an administrator of both sides' USING ERRCODE = 'check_violation';
  END IF;
  IF old."validTo" IS NOT NULL OR one."validTo" IS NOT NULL OR old."parentId" = new_parent OR place = ANY (one."ancestorIds")
     OR (old.level, one.level) NOT IN (('village', 'town'), ('town', 'county')) THEN
    RAISE EXCEPTION 'a village moves to another town, a town to another county, while all of them exist' USING ERRCODE = 'check_violation';
  END IF;
  IF region_open_month(place) IS NOT NULL OR region_open_reports(place) > 0 THEN
    RAISE EXCEPTION 'a month or a report of the place is still open' USING ERRCODE = 'check_violation';
  END IF;
  CREATE TEMPORARY TABLE moved (old_id uuid PRIMARY KEY, new_id uuid NOT NULL) ON COMMIT DROP;
  FOR one IN SELECT * FROM "Region" r WHERE place = ANY (r."ancestorIds") AND r."validTo" IS NULL ORDER BY cardinality(r."ancestorIds") LOOP
    SELECT new_id INTO now_parent FROM moved WHERE old_id = one."parentId";
    now_parent := coalesce(now_parent, new_parent);
    the_code := new_code || substr(one.code, length(old.code) + 1);
    SELECT * INTO former FROM "Region" f WHERE f.code = the_code AND f.level = one.level AND f."parentId" = now_parent AND f."replacedById" = one.id FOR UPDATE;
    IF FOUND THEN
      now_id := former.id;
      UPDATE "Region" SET "validTo" = NULL, "replacedById" = NULL, "nameZh" = one."nameZh", "nameEn" = one."nameEn" WHERE id = now_id;
    ELSE
      now_id := gen_random_uuid();
      INSERT INTO "Region" (id, code, level, "nameZh", "nameEn", "parentId", "validFrom") VALUES (now_id, the_code, one.level, one."nameZh", one."nameEn", now_parent, today);
    END IF;
    top := coalesce(top, now_id);
    INSERT INTO "RegionName" (id, "regionId", name, "validFrom", "validTo")
    SELECT gen_random_uuid(), now_id, n.name, n."validFrom", n."validTo" FROM "RegionName" n
    WHERE n."regionId" = one.id AND NOT EXISTS (SELECT 1 FROM "RegionName" k WHERE k."regionId" = now_id AND k.name = n.name AND k."validTo" IS NOT DISTINCT FROM n."validTo");
    UPDATE "Region" SET "validTo" = today, "replacedById" = now_id WHERE id = one.id;
    INSERT INTO moved VALUES (one.id, now_id);
  END LOOP;
  SELECT g.id INTO STRICT county FROM "Region" t JOIN "Region" g ON g.id = ANY (t."ancestorIds") AND g.level = 'county' WHERE t.id = top;
  UPDATE "Person" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
  UPDATE "Household" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
  UPDATE "Seller" x SET "regionId" = m.new_id, "countyId" = county FROM moved m WHERE x."regionId" = m.old_id;
  UPDATE "HouseholdImport" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
  -- what she still writes; what is being looked at stays with who looks at it, and may be sent over
  UPDATE "SellerApplication" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id AND x.state IN ('draft', 'returned');
  UPDATE "ReviewPhrase" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
  FOR held IN SELECT r.id, r."userId", r.role, r."sellerId", r."validFrom", r."validTo", m.new_id FROM "UserRole" r JOIN moved m ON m.old_id = r."regionId"
      WHERE (r."validTo" IS NULL OR r."validTo" > app_now()) AND r."endedById" IS NULL LOOP
    UPDATE "UserRole" SET "validTo" = greatest(app_now(), "validFrom" + interval '1 millisecond'), "endedById" = mover WHERE id = held.id;
    INSERT INTO "UserRole" (id, "userId", role, "regionId", "sellerId", "validFrom", "validTo", "grantedById")
    VALUES (gen_random_uuid(), held."userId", held.role, held.new_id, held."sellerId", greatest(app_now(), held."validFrom"), held."validTo", mover);
  END LOOP;
  DROP TABLE moved;
  RETURN top;
END $$;
