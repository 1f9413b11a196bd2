-- AlterTable
ALTER TABLE "PostageRate" ADD COLUMN     "isTracked" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Cart" ADD COLUMN     "services" JSONB NOT NULL DEFAULT '{}';

-- by land and sea nobody scans a parcel on its way; what a rate says of that stays, as all else of it
UPDATE "PostageRate" SET "isTracked" = false WHERE service = 'parcel';
DROP TRIGGER keep_the_past ON "PostageRate";
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "PostageRate" FOR EACH ROW EXECUTE FUNCTION keep_the_past('zoneId', 'service', 'firstGrams', 'firstFen', 'stepGrams',
  'stepFen', 'mostGrams', 'daysFrom', 'daysTo', 'isTracked', 'validFrom', 'createdById');
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_services" CHECK (jsonb_typeof(services) = 'object');
