-- CreateTable
CREATE TABLE "BaseProfile" (
    "sellerId" UUID NOT NULL,
    "hostZh" TEXT NOT NULL,
    "hostEn" TEXT NOT NULL,
    "supportZh" TEXT NOT NULL,
    "supportEn" TEXT NOT NULL,
    "sinceYear" INTEGER NOT NULL,

    CONSTRAINT "BaseProfile_pkey" PRIMARY KEY ("sellerId")
);

-- CreateTable
CREATE TABLE "BaseMember" (
    "id" UUID NOT NULL,
    "baseId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "BaseMember_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BaseMember_baseId_idx" ON "BaseMember"("baseId");

-- CreateIndex
CREATE INDEX "BaseMember_sellerId_idx" ON "BaseMember"("sellerId");

-- AddForeignKey
ALTER TABLE "BaseProfile" ADD CONSTRAINT "BaseProfile_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BaseMember" ADD CONSTRAINT "BaseMember_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "BaseProfile"("sellerId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BaseMember" ADD CONSTRAINT "BaseMember_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BaseProfile" ADD CONSTRAINT "BaseProfile_words" CHECK (
  btrim("hostZh") <> '' AND btrim("hostEn") <> '' AND btrim("supportZh") <> '' AND btrim("supportEn") <> '' AND "sinceYear" BETWEEN 1950 AND 2100);

-- a maker works with one base at a time, and none is a member of itself
ALTER TABLE "BaseMember"
  ADD CONSTRAINT "BaseMember_days" CHECK ("validTo" IS NULL OR "validFrom" <= "validTo"),
  ADD CONSTRAINT "BaseMember_other" CHECK ("sellerId" <> "baseId"),
  ADD CONSTRAINT "BaseMember_no_overlap" EXCLUDE USING gist ("sellerId" WITH =, daterange("validFrom", "validTo") WITH &&);

CREATE FUNCTION only_bases_have_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Seller" WHERE id = NEW."sellerId" AND kind = 'base') THEN
    RAISE EXCEPTION 'only a seller of kind base is a base' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_bases_have_members BEFORE INSERT OR UPDATE ON "BaseProfile" FOR EACH ROW EXECUTE FUNCTION only_bases_have_members();

-- a membership ends once and is never changed otherwise
CREATE FUNCTION membership_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."validTo" IS NOT NULL OR NEW."validTo" IS NULL
    OR (NEW.id, NEW."baseId", NEW."sellerId", NEW."validFrom") IS DISTINCT FROM (OLD.id, OLD."baseId", OLD."sellerId", OLD."validFrom") THEN
    RAISE EXCEPTION 'a membership ends once and is never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_only_ends BEFORE UPDATE OR DELETE ON "BaseMember" FOR EACH ROW EXECUTE FUNCTION membership_only_ends();

CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "BaseProfile" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
CREATE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON "BaseMember" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();

-- the page of a base has an address of its own
CREATE OR REPLACE FUNCTION queue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pages', '/products/' || p.slug) FROM "OrderLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE l."sellerOrderId" = NEW.id AND v."weeklyCapacity" IS NOT NULL;
  -- the maker's page shows which weeks are free
  PERFORM pg_notify('pages', CASE WHEN s.kind = 'base' THEN '/bases/' ELSE '/makers/' END || s.slug) FROM "Seller" s WHERE s.id = NEW."sellerId";
  RETURN NULL;
END $$;
