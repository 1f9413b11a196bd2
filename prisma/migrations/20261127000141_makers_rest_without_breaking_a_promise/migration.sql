-- CreateEnum
CREATE TYPE "RestKind" AS ENUM ('farm', 'rest');

-- CreateTable
CREATE TABLE "SellerRest" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "kind" "RestKind" NOT NULL,
    "fromDay" DATE NOT NULL,
    "untilDay" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SellerRest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SellerRest_sellerId_untilDay_idx" ON "SellerRest"("sellerId", "untilDay");

-- AddForeignKey
ALTER TABLE "SellerRest" ADD CONSTRAINT "SellerRest_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- rests of one seller never overlap; none is longer than half a year
ALTER TABLE "SellerRest"
  ADD CONSTRAINT "SellerRest_days" CHECK ("fromDay" < "untilDay" AND "untilDay" <= "fromDay" + 183),
  ADD CONSTRAINT "SellerRest_no_overlap" EXCLUDE USING gist ("sellerId" WITH =, daterange("fromDay", "untilDay") WITH &&) WHERE ("removedAt" IS NULL);

-- orders keep the rests that stood there when they were placed: a rest is removed once and never changed
CREATE FUNCTION rest_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a rest is removed by its removedAt' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."removedAt" IS NOT NULL OR NEW."removedAt" IS NULL
    OR (NEW.id, NEW."sellerId", NEW.kind, NEW."fromDay", NEW."untilDay", NEW."createdAt")
      IS DISTINCT FROM (OLD.id, OLD."sellerId", OLD.kind, OLD."fromDay", OLD."untilDay", OLD."createdAt") THEN
    RAISE EXCEPTION 'a rest is removed once and never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rest_only_ends BEFORE UPDATE OR DELETE ON "SellerRest" FOR EACH ROW EXECUTE FUNCTION rest_only_ends();

-- kept pages say when a piece leaves
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE ON "SellerRest" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
-- what is paid and not sent comes before what is ordered next
CREATE FUNCTION queue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pages', '/products/' || p.slug) FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE l."sellerOrderId" = NEW.id AND v."weeklyCapacity" IS NOT NULL;
  -- the maker's page shows which weeks are free
  PERFORM pg_notify('pages', '/makers/' || s.slug) FROM "Seller" s WHERE s.id = NEW."sellerId";
  RETURN NULL;
END $$;
CREATE TRIGGER pages_change AFTER UPDATE OF status ON "SellerOrder" FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND 'to_ship' IN (OLD.status::text, NEW.status::text)) EXECUTE FUNCTION queue_changed();
