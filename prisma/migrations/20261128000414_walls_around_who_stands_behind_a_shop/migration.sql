-- A wall around who stands behind a shop: seen by her, by the others of that shop, by the desk over the shop or over her, and by the jobs that sign in, sell, pay, count income and remind. Nobody writes it but she who applies,
-- for the shop that she applies with.

-- The owner of a shop today, of several the first: whose consent a mandate needs and who is told. The id alone.
CREATE FUNCTION principal_of(the_seller uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p."personId" FROM "SellerPerson" p WHERE p."sellerId" = the_seller AND p.role = 'owner'
    AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY p."validFrom", p.id LIMIT 1 $$;
-- Whether somebody is its owner or staff today.
CREATE FUNCTION is_of_shop(the_person uuid, the_seller uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerPerson" p WHERE p."sellerId" = the_seller AND p."personId" = the_person AND p.role IN ('owner', 'staff')
    AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

-- That nobody acts for herself is judged whoever writes the mandate.
ALTER FUNCTION mandate_life() SECURITY DEFINER SET search_path = public;

CREATE POLICY scope ON "SellerPerson" USING (scope_job() IN ('sign_in', 'checkout', 'payout', 'income', 'joining') OR "personId" = scope_person()
  OR (scope_region() IS NOT NULL AND (shop_in_scope("sellerId") OR person_in_scope("personId"))) OR (scope_person() IS NOT NULL AND seller_people_in_scope("sellerId")))
  WITH CHECK ("personId" = scope_person() AND EXISTS (SELECT 1 FROM "Seller" s WHERE s.id = "sellerId" AND s.status = 'applying'));

ALTER TABLE "SellerPerson" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SellerPerson" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "SellerPerson" TO CURRENT_USER USING (true);
