-- CreateTable
CREATE TABLE "ImpactDay" (
    "day" DATE NOT NULL,
    "figures" JSONB NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ImpactDay_pkey" PRIMARY KEY ("day")
);

-- a kept page of the shop reads it
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "ImpactDay" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
