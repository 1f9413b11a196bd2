-- The job that seals what stands in the clear from before looks at every beat: it finds nothing without reading every household's facts.
CREATE INDEX "HouseholdFacts_clear_idx" ON "HouseholdFacts" (id) WHERE "cadrePhone" IS NOT NULL;
