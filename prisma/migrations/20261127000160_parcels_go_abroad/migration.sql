-- CreateEnum
CREATE TYPE "PostageService" AS ENUM ('epacket', 'parcel', 'ems');

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "country" CHAR(2) NOT NULL DEFAULT 'CN';

-- AlterTable
ALTER TABLE "SellerOrder" ADD COLUMN     "parcelGrams" INTEGER,
ADD COLUMN     "postageRateId" UUID;

-- CreateTable
CREATE TABLE "Country" (
    "code" CHAR(2) NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "zoneId" UUID,
    "isLatin" BOOLEAN NOT NULL DEFAULT true,
    "postcodePattern" TEXT,
    "postcodeExample" TEXT,
    "freeLimit" INTEGER,
    "freeLimitCurrency" CHAR(3),
    "freeLimitOn" DATE,

    CONSTRAINT "Country_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "PostageZone" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PostageZone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostageRate" (
    "id" UUID NOT NULL,
    "zoneId" UUID NOT NULL,
    "service" "PostageService" NOT NULL,
    "firstGrams" INTEGER NOT NULL,
    "firstFen" BIGINT NOT NULL,
    "stepGrams" INTEGER NOT NULL,
    "stepFen" BIGINT NOT NULL,
    "mostGrams" INTEGER NOT NULL,
    "daysFrom" INTEGER NOT NULL,
    "daysTo" INTEGER NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "validTo" TIMESTAMPTZ(3),
    "createdById" UUID,

    CONSTRAINT "PostageRate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlockedGoods" (
    "id" UUID NOT NULL,
    "countryCode" CHAR(2),
    "craftId" UUID,
    "materialCode" TEXT,
    "reasonZh" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "validTo" TIMESTAMPTZ(3),

    CONSTRAINT "BlockedGoods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomsEntry" (
    "id" UUID NOT NULL,
    "craftId" UUID,
    "productId" UUID,
    "hsCode" TEXT NOT NULL,
    "origin" CHAR(2) NOT NULL DEFAULT 'CN',
    "descriptionZh" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,

    CONSTRAINT "CustomsEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Country_zoneId_idx" ON "Country"("zoneId");

-- CreateIndex
CREATE UNIQUE INDEX "PostageZone_code_key" ON "PostageZone"("code");

-- CreateIndex
CREATE INDEX "PostageRate_zoneId_validFrom_idx" ON "PostageRate"("zoneId", "validFrom");

-- CreateIndex
CREATE INDEX "PostageRate_createdById_idx" ON "PostageRate"("createdById");

-- CreateIndex
CREATE INDEX "BlockedGoods_countryCode_idx" ON "BlockedGoods"("countryCode");

-- CreateIndex
CREATE INDEX "BlockedGoods_craftId_idx" ON "BlockedGoods"("craftId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomsEntry_craftId_key" ON "CustomsEntry"("craftId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomsEntry_productId_key" ON "CustomsEntry"("productId");

-- CreateIndex
CREATE INDEX "Order_country_idx" ON "Order"("country");

-- CreateIndex
CREATE INDEX "SellerOrder_postageRateId_idx" ON "SellerOrder"("postageRateId");

-- where parcels may go: the zones, and what an address there looks like; free limits as they were known on the day beside them
INSERT INTO "PostageZone" (id, code, "nameZh", "nameEn", position) SELECT gen_random_uuid(), code, zh, en, at FROM (VALUES
  ('near', '港澳台', 'Hong Kong, Macao, Taiwan', 1), ('asia', '亚洲', 'Asia', 2), ('europe', '欧洲', 'Europe', 3),
  ('america', '北美', 'North America', 4), ('oceania', '大洋洲', 'Oceania', 5), ('far', '其他国家', 'Other countries', 6)) AS zone (code, zh, en, at);
INSERT INTO "Country" (code, "nameZh", "nameEn", "isLatin") VALUES ('CN', '中国大陆', 'Mainland China', false);
INSERT INTO "Country" (code, "nameZh", "nameEn", "zoneId", "isLatin", "postcodePattern", "postcodeExample", "freeLimit", "freeLimitCurrency", "freeLimitOn")
SELECT country.code, zh, en, zone.id, latin, pattern, example, free, currency, on_day::date FROM (VALUES
  ('HK', '中国香港', 'Hong Kong SAR, China', 'near', false, NULL, NULL, NULL, NULL, NULL),
  ('MO', '中国澳门', 'Macao SAR, China', 'near', false, NULL, NULL, NULL, NULL, NULL),
  ('TW', '中国台湾', 'Taiwan, China', 'near', false, '\d{3}(\d{2,3})?', '100', NULL, NULL, NULL),
  ('JP', '日本', 'Japan', 'asia', false, '\d{3}-?\d{4}', '150-0001', 10000, 'JPY', '2026-07-01'),
  ('KR', '韩国', 'South Korea', 'asia', true, '\d{5}', '03187', 150, 'USD', '2026-07-01'),
  ('SG', '新加坡', 'Singapore', 'asia', true, '\d{6}', '049315', 400, 'SGD', '2026-07-01'),
  ('MY', '马来西亚', 'Malaysia', 'asia', true, '\d{5}', '50480', NULL, NULL, NULL),
  ('TH', '泰国', 'Thailand', 'asia', true, '\d{5}', '10110', NULL, NULL, NULL),
  ('DE', '德国', 'Germany', 'europe', true, '\d{5}', '10115', 0, 'EUR', '2026-07-01'),
  ('FR', '法国', 'France', 'europe', true, '\d{5}', '75008', 0, 'EUR', '2026-07-01'),
  ('GB', '英国', 'United Kingdom', 'europe', true, '[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}', 'SW1A 1AA', 135, 'GBP', '2026-07-01'),
  ('IT', '意大利', 'Italy', 'europe', true, '\d{5}', '00144', 0, 'EUR', '2026-07-01'),
  ('ES', '西班牙', 'Spain', 'europe', true, '\d{5}', '28013', 0, 'EUR', '2026-07-01'),
  ('NL', '荷兰', 'Netherlands', 'europe', true, '\d{4} ?[A-Z]{2}', '1012 AB', 0, 'EUR', '2026-07-01'),
  ('BE', '比利时', 'Belgium', 'europe', true, '\d{4}', '1000', 0, 'EUR', '2026-07-01'),
  ('AT', '奥地利', 'Austria', 'europe', true, '\d{4}', '1010', 0, 'EUR', '2026-07-01'),
  ('CH', '瑞士', 'Switzerland', 'europe', true, '\d{4}', '8001', NULL, NULL, NULL),
  ('SE', '瑞典', 'Sweden', 'europe', true, '\d{3} ?\d{2}', '111 22', 0, 'EUR', '2026-07-01'),
  ('DK', '丹麦', 'Denmark', 'europe', true, '\d{4}', '1050', 0, 'EUR', '2026-07-01'),
  ('NO', '挪威', 'Norway', 'europe', true, '\d{4}', '0150', NULL, NULL, NULL),
  ('FI', '芬兰', 'Finland', 'europe', true, '\d{5}', '00100', 0, 'EUR', '2026-07-01'),
  ('IE', '爱尔兰', 'Ireland', 'europe', true, '[A-Z]\d[\dW] ?[A-Z\d]{4}', 'D02 AF30', 0, 'EUR', '2026-07-01'),
  ('PL', '波兰', 'Poland', 'europe', true, '\d{2}-\d{3}', '00-950', 0, 'EUR', '2026-07-01'),
  ('CZ', '捷克', 'Czechia', 'europe', true, '\d{3} ?\d{2}', '110 00', 0, 'EUR', '2026-07-01'),
  ('PT', '葡萄牙', 'Portugal', 'europe', true, '\d{4}-\d{3}', '1100-148', 0, 'EUR', '2026-07-01'),
  ('US', '美国', 'United States', 'america', true, '\d{5}(-\d{4})?', '10001', 0, 'USD', '2025-08-29'),
  ('CA', '加拿大', 'Canada', 'america', true, '[A-Z]\d[A-Z] ?\d[A-Z]\d', 'K1A 0B1', 20, 'CAD', '2026-07-01'),
  ('AU', '澳大利亚', 'Australia', 'oceania', true, '\d{4}', '2000', 1000, 'AUD', '2026-07-01'),
  ('NZ', '新西兰', 'New Zealand', 'oceania', true, '\d{4}', '6011', 1000, 'NZD', '2026-07-01'),
  ('MX', '墨西哥', 'Mexico', 'far', true, '\d{5}', '06000', NULL, NULL, NULL),
  ('BR', '巴西', 'Brazil', 'far', true, '\d{5}-?\d{3}', '01310-100', NULL, NULL, NULL),
  ('TR', '土耳其', 'Türkiye', 'far', true, '\d{5}', '34110', NULL, NULL, NULL),
  ('AE', '阿联酋', 'United Arab Emirates', 'far', true, NULL, NULL, NULL, NULL, NULL),
  ('ZA', '南非', 'South Africa', 'far', true, '\d{4}', '8001', NULL, NULL, NULL)
) AS country (code, zh, en, zone, latin, pattern, example, free, currency, on_day) JOIN "PostageZone" zone ON zone.code = country.zone;
-- what no border lets through, and what some do not
INSERT INTO "BlockedGoods" (id, "countryCode", "materialCode", "reasonZh", "reasonEn", "validFrom") SELECT gen_random_uuid(), country, material, zh, en, '2026-01-01' FROM (VALUES
  (NULL, 'herb', '里面有草药，海关不放行。', 'It holds herbs, which customs do not let through.'),
  (NULL, 'gourd', '葫芦是没有加工过的植物，海关不放行。', 'A gourd is an untreated plant, which customs do not let through.'),
  ('AU', 'seed', '澳大利亚不让植物种子入境。', 'Australia lets no seeds of plants in.'),
  ('NZ', 'seed', '新西兰不让植物种子入境。', 'New Zealand lets no seeds of plants in.')) AS goods (country, material, zh, en);

-- AddForeignKey
ALTER TABLE "Country" ADD CONSTRAINT "Country_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "PostageZone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostageRate" ADD CONSTRAINT "PostageRate_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "PostageZone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostageRate" ADD CONSTRAINT "PostageRate_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockedGoods" ADD CONSTRAINT "BlockedGoods_countryCode_fkey" FOREIGN KEY ("countryCode") REFERENCES "Country"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockedGoods" ADD CONSTRAINT "BlockedGoods_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomsEntry" ADD CONSTRAINT "CustomsEntry_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomsEntry" ADD CONSTRAINT "CustomsEntry_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_country_fkey" FOREIGN KEY ("country") REFERENCES "Country"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_postageRateId_fkey" FOREIGN KEY ("postageRateId") REFERENCES "PostageRate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what stands in these tables makes sense, and one thing holds at a time
ALTER TABLE "Country" ADD CONSTRAINT "Country_code" CHECK (code ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "Country_postcode" CHECK (("postcodePattern" IS NULL) = ("postcodeExample" IS NULL) AND "postcodeExample" ~ ('^(' || "postcodePattern" || ')$')),
  ADD CONSTRAINT "Country_free_limit" CHECK (num_nonnulls("freeLimit", "freeLimitCurrency", "freeLimitOn") IN (0, 3) AND "freeLimit" >= 0);
ALTER TABLE "PostageRate" ADD CONSTRAINT "PostageRate_amounts" CHECK ("firstFen" > 0 AND "stepFen" >= 0),
  ADD CONSTRAINT "PostageRate_weights" CHECK ("firstGrams" > 0 AND "stepGrams" > 0 AND "mostGrams" >= "firstGrams" AND "mostGrams" <= 50000),
  ADD CONSTRAINT "PostageRate_days" CHECK ("daysFrom" BETWEEN 1 AND "daysTo" AND "daysTo" <= 180),
  ADD CONSTRAINT "PostageRate_range" CHECK ("validTo" >= "validFrom"),
  ADD CONSTRAINT "PostageRate_no_overlap" EXCLUDE USING gist ("zoneId" WITH =, service WITH =, tstzrange("validFrom", "validTo") WITH &&);
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "PostageRate" FOR EACH ROW EXECUTE FUNCTION keep_the_past('zoneId', 'service', 'firstGrams', 'firstFen', 'stepGrams',
  'stepFen', 'mostGrams', 'daysFrom', 'daysTo', 'validFrom', 'createdById');
CREATE TRIGGER never_removed BEFORE DELETE ON "PostageRate" FOR EACH ROW EXECUTE FUNCTION never_removed();
ALTER TABLE "BlockedGoods" ADD CONSTRAINT "BlockedGoods_one" CHECK (num_nonnulls("craftId", "materialCode") = 1),
  ADD CONSTRAINT "BlockedGoods_range" CHECK ("validTo" >= "validFrom");
ALTER TABLE "CustomsEntry" ADD CONSTRAINT "CustomsEntry_one" CHECK (num_nonnulls("craftId", "productId") = 1),
  ADD CONSTRAINT "CustomsEntry_code" CHECK ("hsCode" ~ '^[0-9]{6}$' AND origin ~ '^[A-Z]{2}$');

-- the postage of a parcel is by one rule or by one rate, and a rate is of the zone to which the order goes
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_postage" CHECK (num_nonnulls("postageRuleId", "postageRateId") <= 1
  AND ("postageRateId" IS NULL) = ("parcelGrams" IS NULL) AND "parcelGrams" > 0);
CREATE FUNCTION postage_fits_destination() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE zone uuid;
BEGIN
  SELECT c."zoneId" INTO zone FROM "Order" o JOIN "Country" c ON c.code = o.country WHERE o.id = NEW."orderId";
  IF (SELECT r."zoneId" FROM "PostageRate" r WHERE r.id = NEW."postageRateId") IS DISTINCT FROM zone THEN
    RAISE EXCEPTION 'the postage of seller order % is not of its destination', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER postage_fits_destination BEFORE INSERT OR UPDATE OF "postageRateId", "orderId" ON "SellerOrder" FOR EACH ROW EXECUTE FUNCTION postage_fits_destination();
CREATE TRIGGER keep_the_past BEFORE UPDATE OF country ON "Order" FOR EACH ROW EXECUTE FUNCTION keep_the_past('country');

-- money by bank transfer comes from inside the mainland only
CREATE FUNCTION transfer_stays_inland() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT o.country FROM "OrderDue" d JOIN "Order" o ON o.id = d."orderId" WHERE d.id = NEW."dueId") <> 'CN' THEN
    RAISE EXCEPTION 'an order that goes abroad is not paid by bank transfer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfer_stays_inland BEFORE INSERT ON "Payment" FOR EACH ROW WHEN (NEW.gateway = 'bank_transfer') EXECUTE FUNCTION transfer_stays_inland();
