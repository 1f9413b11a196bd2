-- CreateEnum
CREATE TYPE "FlagDecision" AS ENUM ('counted', 'left_out');

-- AlterTable
ALTER TABLE "OrderContact" ADD COLUMN     "placeIndex" BYTEA;

-- AlterTable
ALTER TABLE "Address" ADD COLUMN     "placeIndex" BYTEA;

-- CreateTable
CREATE TABLE "OrderFlag" (
    "sellerOrderId" UUID NOT NULL,
    "signs" TEXT[],
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "decision" "FlagDecision",
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "OrderFlag_pkey" PRIMARY KEY ("sellerOrderId")
);

-- CreateIndex
CREATE INDEX "OrderFlag_decidedById_idx" ON "OrderFlag"("decidedById");

-- CreateIndex
CREATE INDEX "OrderFlag_raisedAt_idx" ON "OrderFlag"("raisedAt");

-- CreateIndex
CREATE INDEX "OrderContact_placeIndex_idx" ON "OrderContact"("placeIndex");

-- AddForeignKey
ALTER TABLE "OrderFlag" ADD CONSTRAINT "OrderFlag_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderFlag" ADD CONSTRAINT "OrderFlag_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

ALTER TABLE "OrderFlag"
  ADD CONSTRAINT "OrderFlag_signs" CHECK (cardinality(signs) > 0 AND signs <@ ARRAY['account', 'phone', 'household', 'address', 'staff']),
  ADD CONSTRAINT "OrderFlag_decided" CHECK (num_nonnulls(decision, "decidedById", "decidedAt", reason) IN (0, 4) AND btrim(reason) <> '');

-- Who stands close to a sale on the seller's side: her people and those who act for her, those who share a household with them, and the staff whose region she lies in, with those of their households.
CREATE FUNCTION people_near_sale(sale uuid) RETURNS TABLE (person uuid, how text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH today AS (SELECT (app_now() AT TIME ZONE 'Asia/Shanghai')::date AS day),
  seller AS (SELECT so."sellerId" AS id, r.path FROM "SellerOrder" so JOIN "Seller" s ON s.id = so."sellerId" JOIN "Region" r ON r.id = s."regionId" WHERE so.id = sale),
  own AS (
    SELECT sp."personId" AS person FROM seller, today, "SellerPerson" sp WHERE sp."sellerId" = seller.id AND daterange(sp."validFrom", sp."validTo") @> today.day
    UNION SELECT m."agentPersonId" FROM seller, today, "Mandate" m WHERE m."sellerId" = seller.id AND m."revokedAt" IS NULL AND daterange(m."validFrom", m."validTo") @> today.day),
  kin AS (
    SELECT b."personId" AS person FROM today, own JOIN "HouseholdMember" a ON a."personId" = own.person JOIN "HouseholdMember" b ON b."householdId" = a."householdId"
    WHERE daterange(a."validFrom", a."validTo") @> today.day AND daterange(b."validFrom", b."validTo") @> today.day),
  staff AS (
    SELECT u."personId" AS person FROM seller, "UserRole" ur JOIN "User" u ON u.id = ur."userId" LEFT JOIN "Region" r ON r.id = ur."regionId"
    WHERE ur.role IN ('coordinator', 'finance', 'admin') AND ur."validFrom" <= app_now() AND (ur."validTo" IS NULL OR ur."validTo" > app_now())
      AND (r.id IS NULL OR seller.path <@ r.path)),
  near_staff AS (
    SELECT person FROM staff
    UNION SELECT b."personId" FROM today, staff JOIN "HouseholdMember" a ON a."personId" = staff.person JOIN "HouseholdMember" b ON b."householdId" = a."householdId"
    WHERE daterange(a."validFrom", a."validTo") @> today.day AND daterange(b."validFrom", b."validTo") @> today.day)
  SELECT person, 'own' FROM own
  UNION SELECT person, 'kin' FROM kin WHERE person NOT IN (SELECT person FROM own)
  UNION SELECT person, 'staff' FROM near_staff WHERE person NOT IN (SELECT person FROM own UNION SELECT person FROM kin) $$;

-- The people behind the buyer's side: of her account, and of the phone that the parcel is announced to.
CREATE FUNCTION people_of_buyer(sale uuid) RETURNS TABLE (person uuid, how text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT y."personId", 'account' FROM "SellerOrder" so JOIN "Order" o ON o.id = so."orderId" JOIN "Party" y ON y.id = o."buyerPartyId" WHERE so.id = sale AND y."personId" IS NOT NULL
  UNION ALL
  SELECT p."personId", 'phone' FROM "SellerOrder" so JOIN "OrderContact" c ON c."orderId" = so."orderId" JOIN "PersonSecret" p ON p.field = 'phone' AND p."blindIndex" = c."phoneIndex"
    WHERE so.id = sale $$;

-- By which signs a buyer is close to the seller; none is an empty array.
CREATE FUNCTION signs_of_sale(sale uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH near AS MATERIALIZED (SELECT * FROM people_near_sale(sale)),
  buyer AS MATERIALIZED (SELECT * FROM people_of_buyer(sale)),
  place AS (SELECT so."orderId", c."placeIndex" FROM "SellerOrder" so JOIN "OrderContact" c ON c."orderId" = so."orderId" WHERE so.id = sale AND c."placeIndex" IS NOT NULL),
  found AS (
    SELECT CASE WHEN near.how = 'own' THEN buyer.how WHEN near.how = 'kin' THEN 'household' ELSE 'staff' END AS sign FROM near JOIN buyer USING (person)
    UNION SELECT 'address' FROM place JOIN "Address" a ON a."placeIndex" = place."placeIndex" JOIN near ON near.person = a."personId"
    UNION SELECT 'address' FROM place JOIN "OrderContact" c ON c."placeIndex" = place."placeIndex" AND c."orderId" <> place."orderId"
      JOIN "Order" o ON o.id = c."orderId" JOIN "Party" y ON y.id = o."buyerPartyId" JOIN near ON near.person = y."personId")
  SELECT coalesce(array_agg(s.sign ORDER BY s.place), '{}') FROM unnest(ARRAY['account', 'phone', 'household', 'address', 'staff']) WITH ORDINALITY s(sign, place)
  WHERE s.sign IN (SELECT sign FROM found) $$;

CREATE FUNCTION flag_sale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE found text[] := signs_of_sale(NEW.id);
BEGIN
  IF cardinality(found) > 0 THEN
    INSERT INTO "OrderFlag" ("sellerOrderId", signs) VALUES (NEW.id, found)
    ON CONFLICT ("sellerOrderId") DO UPDATE SET signs = EXCLUDED.signs WHERE "OrderFlag".decision IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER flag_sale AFTER UPDATE OF status ON "SellerOrder" FOR EACH ROW
  WHEN (NEW.status IN ('to_ship', 'completed') AND NEW.status <> OLD.status) EXECUTE FUNCTION flag_sale();

-- Whether somebody, or one of her household, stands on a side of a sale.
CREATE FUNCTION sale_concerns(sale uuid, the_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH today AS (SELECT (app_now() AT TIME ZONE 'Asia/Shanghai')::date AS day),
  hers AS (
    SELECT the_person AS person
    UNION SELECT b."personId" FROM today, "HouseholdMember" a JOIN "HouseholdMember" b ON b."householdId" = a."householdId"
    WHERE a."personId" = the_person AND daterange(a."validFrom", a."validTo") @> today.day AND daterange(b."validFrom", b."validTo") @> today.day)
  SELECT EXISTS (SELECT 1 FROM hers WHERE person IN (SELECT p.person FROM people_of_buyer(sale) p)
    OR person IN (SELECT p.person FROM people_near_sale(sale) p WHERE p.how <> 'staff')) $$;

-- A flag is decided once, by somebody who stands on neither side of the sale, nor anybody of her household.
CREATE FUNCTION flag_is_decided_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.decision IS NOT NULL OR (NEW."sellerOrderId", NEW."raisedAt") IS DISTINCT FROM (OLD."sellerOrderId", OLD."raisedAt") THEN
    RAISE EXCEPTION 'the flag of % stays as it is', OLD."sellerOrderId" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.decision IS NOT NULL AND EXISTS (
    SELECT 1 FROM "User" u WHERE u.id = NEW."decidedById" AND sale_concerns(NEW."sellerOrderId", u."personId")) THEN
    RAISE EXCEPTION 'nobody decides about a sale of her own' USING ERRCODE = 'check_violation', CONSTRAINT = 'OrderFlag_not_her_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER flag_is_decided_once BEFORE UPDATE OR DELETE ON "OrderFlag" FOR EACH ROW EXECUTE FUNCTION flag_is_decided_once();

ALTER TABLE "OrderFlag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderFlag" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "OrderFlag" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "OrderFlag" USING (EXISTS (
  SELECT 1 FROM "SellerOrder" so JOIN "Seller" s ON s.id = so."sellerId" WHERE so.id = "sellerOrderId" AND region_in_scope(s."regionId")));

-- The sales that statistics may count: earned, and not suspected or found to be between kin. Read as the owner, so that it holds whoever counts; it tells ids and days alone.
CREATE VIEW "CountedSale" AS
  SELECT so.id AS "sellerOrderId", so."sellerId", so."orderId", so."completedAt" FROM "SellerOrder" so
  WHERE so.status = 'completed' AND NOT EXISTS (SELECT 1 FROM "OrderFlag" f WHERE f."sellerOrderId" = so.id AND f.decision IS DISTINCT FROM 'counted');

-- Flagged sales that were found ordinary, and when: ids and instants alone, for public figures that change once a day.
CREATE VIEW "CountedLater" AS SELECT "sellerOrderId", "decidedAt" FROM "OrderFlag" WHERE decision = 'counted';
