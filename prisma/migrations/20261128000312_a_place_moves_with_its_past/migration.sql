-- A place keeps its code and what it is below for ever: one that moves ends, and another with the new code begins where it now lies. People, households, sellers and the offices of whoever works there
-- go over on that day; what was earned, reported and written down before stays under the place in which it was.

-- How much would go over, in figures alone: for whoever looks before it is done. Walled rows are counted, never shown.
CREATE FUNCTION region_holds(place uuid) RETURNS TABLE (places int, people int, households int, sellers int, roles int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH here AS (SELECT r.id FROM "Region" r WHERE place = ANY (r."ancestorIds") AND r."validTo" IS NULL)
  SELECT (SELECT count(*) FROM here)::int, (SELECT count(*) FROM "Person" WHERE "regionId" IN (SELECT id FROM here))::int,
    (SELECT count(*) FROM "Household" WHERE "regionId" IN (SELECT id FROM here))::int, (SELECT count(*) FROM "Seller" WHERE "regionId" IN (SELECT id FROM here))::int,
    (SELECT count(*) FROM "UserRole" WHERE "regionId" IN (SELECT id FROM here) AND ("validTo" IS NULL OR "validTo" > app_now()))::int $$;

-- A month of the place, or of one in it, that is confirmed and not yet taken in by the place above: it would lose the way upwards. Null: none.
CREATE FUNCTION region_open_month(place uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT min(m.month) FROM "MonthlyReturn" m JOIN "Region" r ON r.id = m."regionId" WHERE place = ANY (r."ancestorIds") AND m."lockedAt" IS NULL
    AND m.version = (SELECT max(n.version) FROM "MonthlyReturn" n WHERE n."regionId" = m."regionId" AND n.month = m.month) $$;

-- Reports about somebody of the place that nobody has closed: a report stays with the office that has it.
CREATE FUNCTION region_open_reports(place uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::int FROM "Report" o JOIN "Region" r ON r.id = o."regionId" WHERE place = ANY (r."ancestorIds") AND o."closedAt" IS NULL $$;

-- Whether somebody administers every one of these places.
CREATE FUNCTION administers(who uuid, VARIADIC places uuid[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT 1 FROM unnest(places) AS p(id) WHERE NOT EXISTS (
    SELECT 1 FROM "UserRole" r LEFT JOIN "Region" own ON own.id = r."regionId" WHERE r."userId" = who AND r.role = 'admin' AND r."endedById" IS NULL
      AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
      AND (r."regionId" IS NULL OR EXISTS (SELECT 1 FROM "Region" g WHERE g.id = p.id AND own.path @> g.path)))) $$;

-- Moves a place with all that lies in it below another one, from today on; all or nothing. Runs as the owner, because walls end where the place goes; asks itself who may. Gives the id of the new place.
CREATE FUNCTION move_region(place uuid, new_parent uuid, new_code text, mover uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := (app_now() AT TIME ZONE 'Asia/Shanghai')::date;
  old "Region"; one "Region"; top uuid; now_id uuid; now_parent uuid; county uuid; held record;
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
    now_id := gen_random_uuid();
    top := coalesce(top, now_id);
    SELECT new_id INTO now_parent FROM moved WHERE old_id = one."parentId";
    INSERT INTO "Region" (id, code, level, "nameZh", "nameEn", "parentId", "validFrom")
    VALUES (now_id, new_code || substr(one.code, length(old.code) + 1), one.level, one."nameZh", one."nameEn", coalesce(now_parent, new_parent), today);
    INSERT INTO "RegionName" (id, "regionId", name, "validFrom", "validTo")
    SELECT gen_random_uuid(), now_id, n.name, n."validFrom", n."validTo" FROM "RegionName" n WHERE n."regionId" = one.id;
    UPDATE "Region" SET "validTo" = today, "replacedById" = now_id WHERE id = one.id;
    INSERT INTO moved VALUES (one.id, now_id);
  END LOOP;
  SELECT g.id INTO STRICT county FROM "Region" t JOIN "Region" g ON g.id = ANY (t."ancestorIds") AND g.level = 'county' WHERE t.id = top;
  UPDATE "Person" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
  UPDATE "Household" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
  UPDATE "Seller" x SET "regionId" = m.new_id, "countyId" = county FROM moved m WHERE x."regionId" = m.old_id;
  UPDATE "HouseholdImport" x SET "regionId" = m.new_id FROM moved m WHERE x."regionId" = m.old_id;
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
