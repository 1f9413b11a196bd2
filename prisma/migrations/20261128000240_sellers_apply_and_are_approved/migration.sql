-- CreateEnum
CREATE TYPE "ApplicantKind" AS ENUM ('artisan', 'household', 'workshop', 'company', 'base', 'institution');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'returned', 'recommended', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "HouseholdClaim" AS ENUM ('registered', 'none');

-- CreateTable
CREATE TABLE "SellerApplication" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'draft',
    "kind" "ApplicantKind",
    "realName" TEXT,
    "keyId" UUID NOT NULL,
    "idCipher" BYTEA,
    "regionId" UUID,
    "craftId" UUID,
    "yearsAtCraft" INTEGER,
    "shopName" TEXT,
    "licenceName" TEXT,
    "licenceCode" TEXT,
    "licenceUntil" DATE,
    "licencePhotoId" UUID,
    "declarationTextId" UUID,
    "householdClaim" "HouseholdClaim",
    "householdWords" TEXT,
    "agreementTextId" UUID,
    "consentsAskedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "submittedAt" TIMESTAMPTZ(3),
    "sellerId" UUID,
    "recommendedById" UUID,
    "recommendedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SellerApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationPhoto" (
    "applicationId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ApplicationPhoto_pkey" PRIMARY KEY ("applicationId","attachmentId")
);

-- CreateTable
CREATE TABLE "ApplicationEvent" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "byId" UUID NOT NULL,
    "reasonCode" TEXT,
    "words" TEXT,
    "checks" TEXT[],

    CONSTRAINT "ApplicationEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JoinNotice" (
    "about" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "JoinNotice_pkey" PRIMARY KEY ("about")
);

-- CreateIndex
CREATE UNIQUE INDEX "SellerApplication_sellerId_key" ON "SellerApplication"("sellerId");

-- CreateIndex
CREATE INDEX "SellerApplication_personId_idx" ON "SellerApplication"("personId");

-- CreateIndex
CREATE INDEX "SellerApplication_keyId_idx" ON "SellerApplication"("keyId");

-- CreateIndex
CREATE INDEX "SellerApplication_state_submittedAt_idx" ON "SellerApplication"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "SellerApplication_regionId_idx" ON "SellerApplication"("regionId");

-- CreateIndex
CREATE INDEX "SellerApplication_craftId_idx" ON "SellerApplication"("craftId");

-- CreateIndex
CREATE INDEX "SellerApplication_licencePhotoId_idx" ON "SellerApplication"("licencePhotoId");

-- CreateIndex
CREATE INDEX "SellerApplication_declarationTextId_idx" ON "SellerApplication"("declarationTextId");

-- CreateIndex
CREATE INDEX "SellerApplication_agreementTextId_idx" ON "SellerApplication"("agreementTextId");

-- CreateIndex
CREATE INDEX "SellerApplication_recommendedById_idx" ON "SellerApplication"("recommendedById");

-- CreateIndex
CREATE INDEX "SellerApplication_decidedById_idx" ON "SellerApplication"("decidedById");

-- CreateIndex
CREATE INDEX "ApplicationPhoto_attachmentId_idx" ON "ApplicationPhoto"("attachmentId");

-- CreateIndex
CREATE INDEX "ApplicationEvent_applicationId_id_idx" ON "ApplicationEvent"("applicationId", "id");

-- CreateIndex
CREATE INDEX "ApplicationEvent_byId_idx" ON "ApplicationEvent"("byId");

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_licencePhotoId_fkey" FOREIGN KEY ("licencePhotoId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_declarationTextId_fkey" FOREIGN KEY ("declarationTextId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_agreementTextId_fkey" FOREIGN KEY ("agreementTextId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_recommendedById_fkey" FOREIGN KEY ("recommendedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerApplication" ADD CONSTRAINT "SellerApplication_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationPhoto" ADD CONSTRAINT "ApplicationPhoto_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "SellerApplication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationPhoto" ADD CONSTRAINT "ApplicationPhoto_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "SellerApplication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "SellerApplication"
  ADD CONSTRAINT "SellerApplication_two_people" CHECK ("decidedById" <> "recommendedById" OR state NOT IN ('approved')),
  ADD CONSTRAINT "SellerApplication_recommended" CHECK (("recommendedById" IS NULL) = ("recommendedAt" IS NULL)),
  ADD CONSTRAINT "SellerApplication_decided" CHECK (("decidedById" IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "SellerApplication_credit_code" CHECK ("licenceCode" ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  ADD CONSTRAINT "SellerApplication_years" CHECK ("yearsAtCraft" BETWEEN 0 AND 80);
CREATE UNIQUE INDEX "SellerApplication_one_open" ON "SellerApplication" ("personId") WHERE state NOT IN ('approved', 'refused');

-- Whether a user is this person, or shares a household with her today.
CREATE FUNCTION is_close_to(the_person uuid, the_user uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u WHERE u.id = the_user AND (u."personId" = the_person OR EXISTS (
    SELECT 1 FROM "HouseholdMember" a JOIN "HouseholdMember" b ON b."householdId" = a."householdId"
    WHERE a."personId" = the_person AND b."personId" = u."personId" AND daterange(a."validFrom", a."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
      AND daterange(b."validFrom", b."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date))) $$;

-- Whether somebody is a coordinator whose region, of one of these levels, lies at or above a place.
CREATE FUNCTION sits_over(place uuid, sitter uuid, levels "RegionLevel"[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "Region" g JOIN "UserRole" r ON r."regionId" = ANY (g."ancestorIds") JOIN "Region" own ON own.id = r."regionId" JOIN "User" u ON u.id = r."userId"
    WHERE g.id = place AND r."userId" = sitter AND r.role = 'coordinator' AND own.level = ANY (levels) AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
      AND u."disabledAt" IS NULL) $$;

-- An application goes from her to the county, from the county to the city, and is then over. What is looked at stands still; only whoever sits over its place, and is neither she nor of her
-- household, recommends, sends back, refuses or approves it.
CREATE FUNCTION application_life() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  below CONSTANT "RegionLevel"[] := ARRAY['county', 'town', 'village']::"RegionLevel"[];
  above CONSTANT "RegionLevel"[] := ARRAY['province', 'city']::"RegionLevel"[];
  is_hers boolean := NEW.state IN ('draft', 'submitted');
  judge uuid := CASE NEW.state WHEN 'recommended' THEN NEW."recommendedById" ELSE NEW."decidedById" END;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'an application begins with her' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."personId", NEW."createdAt", NEW."keyId") IS DISTINCT FROM (OLD.id, OLD."personId", OLD."createdAt", OLD."keyId")
     OR (OLD."sellerId" IS NOT NULL AND NEW."sellerId" IS DISTINCT FROM OLD."sellerId") THEN
    RAISE EXCEPTION 'application % is hers', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.state NOT IN ('draft', 'returned') AND
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
      ('recommended', 'approved'), ('recommended', 'returned'), ('recommended', 'refused')) THEN
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
CREATE TRIGGER application_life BEFORE INSERT OR UPDATE ON "SellerApplication" FOR EACH ROW EXECUTE FUNCTION application_life();

-- Its pictures stand still with it, five at most.
CREATE FUNCTION application_photos() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE the_id uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."applicationId" ELSE NEW."applicationId" END;
DECLARE at "ApplicationState";
BEGIN
  SELECT state INTO at FROM "SellerApplication" WHERE id = the_id FOR UPDATE;
  IF TG_OP = 'UPDATE' OR at NOT IN ('draft', 'returned') THEN
    RAISE EXCEPTION 'application % is being looked at', the_id USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND (SELECT count(*) FROM "ApplicationPhoto" WHERE "applicationId" = the_id) >= 5 THEN
    RAISE EXCEPTION 'application % has five pictures', the_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER application_photos BEFORE INSERT OR UPDATE OR DELETE ON "ApplicationPhoto" FOR EACH ROW EXECUTE FUNCTION application_photos();

-- A shop that somebody applied for is opened by the city's approval alone.
CREATE FUNCTION opened_by_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "SellerApplication" a WHERE a."sellerId" = NEW.id AND a.state <> 'approved') THEN
    RAISE EXCEPTION 'shop % is not approved', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER opened_by_approval BEFORE UPDATE OF status ON "Seller" FOR EACH ROW WHEN (OLD.status = 'applying' AND NEW.status IN ('active', 'paused'))
  EXECUTE FUNCTION opened_by_approval();

-- Whoever approved an application gives its applicant the role of a maker; every other role is given and ended by an administrator whose own region covers it, never her own. What the owner
-- of the tables sets up names nobody. A buyer's role is her own to end.
CREATE OR REPLACE FUNCTION roles_are_given_by_those_above() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE giver uuid := CASE TG_OP WHEN 'INSERT' THEN NEW."grantedById" ELSE NEW."endedById" END;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."validTo" <= app_now() OR OLD."endedById" IS NOT NULL) THEN
    RAISE EXCEPTION 'a role that has ended stays ended' USING ERRCODE = 'check_violation';
  END IF;
  IF giver IS NULL AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.role = 'artisan' AND EXISTS (SELECT 1 FROM "SellerApplication" a JOIN "User" u ON u."personId" = a."personId"
       WHERE a.state = 'approved' AND a."decidedById" = giver AND a."sellerId" = NEW."sellerId" AND u.id = NEW."userId") THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(710011);
  IF giver IS NULL OR giver = NEW."userId" OR NOT EXISTS (
    SELECT 1 FROM "UserRole" r LEFT JOIN "Region" own ON own.id = r."regionId"
    WHERE r."userId" = giver AND r.role = 'admin' AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
      -- ended a moment ago by somebody whose transaction began later
      AND r."endedById" IS NULL AND (r."regionId" IS NULL OR EXISTS (SELECT 1 FROM "Region" g WHERE g.id = NEW."regionId" AND own.path @> g.path))) THEN
    RAISE EXCEPTION 'a role is given and ended by an administrator whose region covers it, never by its holder' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ApplicationEvent', 'JoinNotice'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', t);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', t);
  END LOOP;
END $$;

-- Hers, and once handed in that of those whose region covers the place; the job that tells her reads what happened.
CREATE FUNCTION application_in_scope(application uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerApplication" a WHERE a.id = application AND (a."personId" = scope_person() OR (a.state <> 'draft' AND region_in_scope(a."regionId")))) $$;
CREATE POLICY scope ON "SellerApplication" USING ("personId" = scope_person() OR (state <> 'draft' AND region_in_scope("regionId")) OR scope_job() = 'joining')
  WITH CHECK ("personId" = scope_person() OR (state <> 'draft' AND region_in_scope("regionId")));
CREATE POLICY scope ON "ApplicationPhoto" USING (application_in_scope("applicationId"));
CREATE POLICY scope ON "ApplicationEvent" USING (application_in_scope("applicationId") OR scope_job() = 'joining') WITH CHECK (application_in_scope("applicationId"));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['SellerApplication', 'ApplicationPhoto', 'ApplicationEvent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;

-- What she is asked to agree to, each alone. A newer version is a new row.
INSERT INTO "TextVersion" (id, kind, version, locale, title, body) VALUES
  (gen_random_uuid(), 'seller_agreement', 1, 'zh-CN', '入驻约定',
   E'我卖的是自己或家里、坊里人做的，机器做的、别人做的会写明。\n买家付了钱，我按说好的日子寄；做不了，早说，钱退给买家。\n平台按公布的比例收服务费，其余是我的；每一笔我都看得到。\n我给的姓名、证件、地方是真的，变了就改；每六个月核一次。\n我随时可以歇业、关店，没结的钱照付给我。'),
  (gen_random_uuid(), 'seller_agreement', 1, 'en', 'Agreement with makers',
   E'What I sell is made by me, my family or my workshop; what a machine or somebody else made is marked as such.\nOnce a buyer has paid I send by the promised day; what I cannot make I say early, and the buyer gets the money back.\nThe shop keeps the published share for its service, the rest is mine, and I see every entry.\nMy name, papers and place are true; I correct what changes, and they are looked at again every six months.\nI may rest or close at any time; what is still owed is paid to me.'),
  (gen_random_uuid(), 'exempt_household', 1, 'zh-CN', '家庭手工业免登记声明',
   E'我销售家庭手工业产品，按《电子商务法》第十条，不需要办理市场主体登记。\n哪天情况变了，需要登记的，我会去办，并告诉平台。'),
  (gen_random_uuid(), 'exempt_household', 1, 'en', 'Declaration: household handicraft, no licence needed',
   E'I sell products of household handicraft, which by article 10 of the E-commerce Law need no business registration.\nShould that change so that registration is needed, I register and tell the shop.'),
  (gen_random_uuid(), 'exempt_small', 1, 'zh-CN', '零星小额免登记声明',
   E'我个人做、个人卖，一年的交易额不超过十万元，按《电子商务法》第十条和《网络交易监督管理办法》第八条，不需要办理市场主体登记。\n超过了，我会去登记，并告诉平台。'),
  (gen_random_uuid(), 'exempt_small', 1, 'en', 'Declaration: small and occasional sales, no licence needed',
   E'I make and sell by myself for no more than CN¥100,000 a year, which by article 10 of the E-commerce Law and article 8 of the Measures for Online Trading needs no business registration.\nShould it be more, I register and tell the shop.'),
  (gen_random_uuid(), 'public_name', 1, 'zh-CN', '公开名字', '我同意在我的页面上写我的名字，随时可以撤回。'),
  (gen_random_uuid(), 'public_name', 1, 'en', 'My name in public', 'I agree that my name stands on my page. I can take this back at any time.'),
  (gen_random_uuid(), 'public_story', 1, 'zh-CN', '公开我的话', '我同意在我的页面上写我自己的话，随时可以撤回。'),
  (gen_random_uuid(), 'public_story', 1, 'en', 'My words in public', 'I agree that my own words stand on my page. I can take this back at any time.'),
  (gen_random_uuid(), 'public_photo', 1, 'zh-CN', '公开照片', '我同意在我的页面上放我的照片，随时可以撤回。'),
  (gen_random_uuid(), 'public_photo', 1, 'en', 'My pictures in public', 'I agree that pictures of me at work stand on my pages. I can take this back at any time.')
ON CONFLICT (kind, version, locale) DO NOTHING;
