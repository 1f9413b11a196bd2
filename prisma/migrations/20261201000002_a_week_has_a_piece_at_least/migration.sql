-- Days are reckoned by dividing through the pieces of a week: with none, every list and every payment of such a piece would fail. A maker with none has not said how many she makes.
UPDATE "Seller" SET "weeklyCapacity" = NULL WHERE "weeklyCapacity" < 1;
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_weekly_capacity" CHECK ("weeklyCapacity" >= 1);
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_weekly_capacity" CHECK ("weeklyCapacity" >= 1);
