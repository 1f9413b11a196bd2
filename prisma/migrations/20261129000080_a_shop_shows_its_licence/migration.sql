-- Who sells: the licence of a firm, or that a person needs none, as the E-commerce Law has it shown on a shop's page (art. 15). Taken from what was approved; public as the rest of the shop.
ALTER TABLE "Seller" ADD COLUMN "licenceName" TEXT, ADD COLUMN "licenceCode" TEXT, ADD COLUMN "licenceUntil" DATE, ADD COLUMN "isExempt" BOOLEAN NOT NULL DEFAULT false;

-- name and code come together, a last day only with them, and who has a licence has not declared that none is needed
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_licence_whole" CHECK (
  ("licenceName" IS NULL) = ("licenceCode" IS NULL) AND ("licenceUntil" IS NULL OR "licenceCode" IS NOT NULL) AND NOT ("isExempt" AND "licenceCode" IS NOT NULL));

UPDATE "Seller" s SET "licenceName" = a."licenceName", "licenceCode" = a."licenceCode",
  "licenceUntil" = CASE WHEN a."licenceCode" IS NOT NULL THEN a."licenceUntil" END,
  "isExempt" = a."licenceCode" IS NULL AND a."declarationTextId" IS NOT NULL
FROM "SellerApplication" a WHERE a."sellerId" = s.id AND a.state = 'approved';
