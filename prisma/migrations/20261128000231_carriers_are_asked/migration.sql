-- CreateEnum
CREATE TYPE "CarrierState" AS ENUM ('moving', 'delivering', 'delivered', 'problem', 'returned');

-- AlterTable
ALTER TABLE "Shipment" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "carrierState" "CarrierState",
ADD COLUMN     "carrierWords" TEXT;

-- for the job that asks: those on their way, the longest unasked first
CREATE INDEX "Shipment_to_ask" ON "Shipment" ("askedAt" NULLS FIRST, id) WHERE "deliveredAt" IS NULL;

ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_delivered" CHECK ("carrierState" IS DISTINCT FROM 'delivered' OR "deliveredAt" IS NOT NULL);

-- what was handed over is not handed over differently afterwards, and what has arrived has arrived
CREATE FUNCTION shipment_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW."sellerOrderId", NEW."fromPartyId", NEW.carrier, NEW."trackingNumber", NEW."shippedAt")
      IS DISTINCT FROM (OLD.id, OLD."sellerOrderId", OLD."fromPartyId", OLD.carrier, OLD."trackingNumber", OLD."shippedAt")
    OR (OLD."deliveredAt" IS NOT NULL AND NEW."deliveredAt" IS DISTINCT FROM OLD."deliveredAt") THEN
    RAISE EXCEPTION 'a parcel that was handed over stays as it was, and one that has arrived has arrived' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shipment_stands BEFORE UPDATE ON "Shipment" FOR EACH ROW EXECUTE FUNCTION shipment_stands();
