-- A record says a term also where its own term was merged into it, from the day of the merge on: such a term ends as little as one that records name themselves.
CREATE OR REPLACE FUNCTION term_uses_from(term uuid, day date) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE way AS (
    SELECT term AS id, day AS since
    UNION ALL
    SELECT t.id, greatest(way.since, t."mergedOn") FROM way JOIN "CodeTerm" t ON t."mergedIntoId" = way.id)
  SELECT ((SELECT count(*) FROM way JOIN "HouseholdStatus" s ON s."termId" = way.id WHERE s."validTo" IS NULL OR s."validTo" > way.since)
    + (SELECT count(*) FROM way JOIN "HouseholdAssistance" a ON a."termId" = way.id WHERE a."receivedOn" >= way.since)
    + (SELECT count(*) FROM way JOIN "IncomeAttribution" i ON i."statusTermId" = way.id WHERE i."earnedOn" >= way.since))::int $$;
