-- The last day before a day on which each of many households earned, wherever that was; null for one that never did. As household_last_earned_before, which it replaces: asked once for all of them, because a call for each costs more than its answer.
CREATE FUNCTION households_last_earned_before(households uuid[], until date) RETURNS TABLE (household uuid, "lastOn" date) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT h.id, last."earnedOn" FROM unnest(households) AS h(id) LEFT JOIN LATERAL (
    SELECT s."earnedOn" FROM "CountedShare" s WHERE s."householdId" = h.id AND s."amountFen" > 0 AND s."earnedOn" < until ORDER BY s."earnedOn" DESC LIMIT 1) last ON true $$;
DROP FUNCTION household_last_earned_before(uuid, date);
