-- Row-level security on every table that holds a person or a household. A scope is one of: a region path, a person, a named job; set for one
-- transaction by inScope (platform/db/in-scope.server.ts). Without a scope a query returns nothing. After a commit the setting reads '', not null:
-- hence NULLIF. The owner, who migrates, has a policy of its own because FORCE would otherwise make its backfills change nothing.

CREATE FUNCTION scope_region() RETURNS ltree LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.region', true), '')::ltree $$;
CREATE FUNCTION scope_person() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.person', true), '')::uuid $$;
CREATE FUNCTION scope_job() RETURNS text LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('app.job', true), '') $$;

-- Look-ups across walls run as the owner, so that one policy may ask about another table without recursion.
CREATE FUNCTION region_in_scope(region uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Region" r WHERE r.id = region AND r.path <@ scope_region()) $$;
CREATE FUNCTION person_in_scope(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT person = scope_person() OR EXISTS (SELECT 1 FROM "Person" p JOIN "Region" r ON r.id = p."regionId" WHERE p.id = person AND r.path <@ scope_region()) $$;
CREATE FUNCTION household_in_scope(household uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Household" h JOIN "Region" r ON r.id = h."regionId" WHERE h.id = household AND r.path <@ scope_region())
      OR EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."householdId" = household AND m."personId" = scope_person()
                   AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;
CREATE FUNCTION party_in_scope(party uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Party" y
    LEFT JOIN "Person" p ON p.id = y."personId" LEFT JOIN "Seller" s ON s.id = y."sellerId"
    LEFT JOIN "Region" r ON r.id = coalesce(p."regionId", s."regionId")
    WHERE y.id = party AND (r.path <@ scope_region() OR y."personId" = scope_person()
      OR EXISTS (SELECT 1 FROM "SellerPerson" sp WHERE sp."sellerId" = y."sellerId" AND sp."personId" = scope_person() AND sp.role = 'owner'
                   AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date))) $$;
-- the buyer always; the seller's people while the parcel is theirs to send or on its way
CREATE FUNCTION order_contact_in_scope(the_order uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Order" o JOIN "Party" y ON y.id = o."buyerPartyId" WHERE o.id = the_order AND y."personId" = scope_person())
      OR EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "SellerPerson" sp ON sp."sellerId" = so."sellerId"
                   WHERE so."orderId" = the_order AND so.status IN ('to_ship', 'shipped') AND sp."personId" = scope_person()
                     AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

-- What a row may become is judged by its new place, which the look-ups above cannot see: nobody is moved out of the scope.
CREATE POLICY scope ON "Person" USING (id = scope_person() OR region_in_scope("regionId") OR scope_job() IN ('sign_in', 'income', 'payout'))
  WITH CHECK (id = scope_person() OR region_in_scope("regionId") OR scope_job() = 'sign_in');
CREATE POLICY scope ON "PersonSecret" USING (person_in_scope("personId") OR scope_job() IN ('sign_in', 'payout'));
CREATE POLICY scope ON "Household" USING (region_in_scope("regionId") OR household_in_scope(id) OR scope_job() = 'income')
  WITH CHECK (region_in_scope("regionId"));
CREATE POLICY scope ON "HouseholdMember" USING ("personId" = scope_person() OR household_in_scope("householdId") OR scope_job() = 'income');
CREATE POLICY scope ON "HouseholdStatus" USING (household_in_scope("householdId") OR scope_job() = 'income');
CREATE POLICY scope ON "HouseholdLink" USING (person_in_scope("personId") OR scope_job() = 'income');
CREATE POLICY scope ON "BankAccount" USING (party_in_scope("partyId") OR scope_job() = 'payout');
CREATE POLICY scope ON "IncomeAttribution" USING (region_in_scope("regionId") OR "personId" = scope_person() OR scope_job() = 'income');
CREATE POLICY scope ON "OrderContact" USING (order_contact_in_scope("orderId") OR scope_job() IN ('checkout', 'order_access'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Person', 'PersonSecret', 'Household', 'HouseholdMember', 'HouseholdStatus', 'HouseholdLink', 'BankAccount', 'IncomeAttribution', 'OrderContact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
