-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "hourlyWageFen" BIGINT,
ADD COLUMN     "lowWageReason" TEXT,
ADD COLUMN     "materialsCostFen" BIGINT,
ADD COLUMN     "packingFen" BIGINT,
ADD COLUMN     "showsCosts" BOOLEAN NOT NULL DEFAULT false;

-- what goes into a price is known or not, never less than nothing; a reason that is there says something
ALTER TABLE "Product"
  ADD CONSTRAINT "Product_costs_not_negative" CHECK (least("materialsCostFen", "packingFen", "hourlyWageFen") >= 0),
  ADD CONSTRAINT "Product_low_wage_reason_not_empty" CHECK ("lowWageReason" <> '');
