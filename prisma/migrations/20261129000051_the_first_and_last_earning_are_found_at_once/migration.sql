-- As before, but one share is read for each: the least and the greatest day of a view are found by reading all that somebody ever earned.
CREATE OR REPLACE FUNCTION first_earned_on(the_person uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "earnedOn" FROM "CountedShare" WHERE "personId" = the_person AND "amountFen" > 0 ORDER BY "earnedOn" LIMIT 1 $$;
CREATE OR REPLACE FUNCTION household_first_earned_on(household uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "earnedOn" FROM "CountedShare" WHERE "householdId" = household AND "amountFen" > 0 ORDER BY "earnedOn" LIMIT 1 $$;
CREATE OR REPLACE FUNCTION household_last_earned_before(household uuid, until date) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT "earnedOn" FROM "CountedShare" WHERE "householdId" = household AND "amountFen" > 0 AND "earnedOn" < until ORDER BY "earnedOn" DESC LIMIT 1 $$;
