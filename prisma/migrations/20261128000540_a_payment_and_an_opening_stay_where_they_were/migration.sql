-- A payment counts where whoever it went to was when it arrived, an opening where the shop was: a village or a shop that moves leaves both with the county in which they were, as its sales.

-- AlterTable
ALTER TABLE "PayoutLineEvent" ADD COLUMN     "regionId" UUID;

-- AlterTable
ALTER TABLE "SellerEvent" ADD COLUMN     "regionId" UUID;

-- Where somebody was on a day: the place that she is in, or one that became it and existed then. Of a place that came back, the one in between.
CREATE FUNCTION place_on(place uuid, day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE former AS (
    SELECT r.id, r."validFrom", r."validTo" FROM "Region" r WHERE r.id = place
    UNION SELECT r.id, r."validFrom", r."validTo" FROM "Region" r JOIN former f ON r."replacedById" = f.id)
  SELECT coalesce((SELECT id FROM former WHERE daterange("validFrom", "validTo") @> day ORDER BY "validFrom" DESC LIMIT 1), place) $$;
UPDATE "SellerEvent" e SET "regionId" = place_on(s."regionId", (e.at AT TIME ZONE 'Asia/Shanghai')::date) FROM "Seller" s WHERE s.id = e."sellerId";
-- what came back, where it had been paid
UPDATE "PayoutLineEvent" v SET "regionId" = place_on(coalesce(s."regionId", p."regionId"), (coalesce(
    (SELECT max(b.at) FROM "PayoutLineEvent" b WHERE v.state = 'returned' AND b."payoutLineId" = v."payoutLineId" AND b.state = 'paid' AND b.id < v.id), v.at) AT TIME ZONE 'Asia/Shanghai')::date)
  FROM "PayoutLine" l JOIN "Party" y ON y.id = l."partyId" LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId" WHERE l.id = v."payoutLineId";
DROP FUNCTION place_on(uuid, date);

-- AlterTable
ALTER TABLE "SellerEvent" ALTER COLUMN "regionId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "PayoutLineEvent_regionId_at_idx" ON "PayoutLineEvent"("regionId", "at");

-- CreateIndex
CREATE INDEX "SellerEvent_regionId_at_idx" ON "SellerEvent"("regionId", "at");

-- AddForeignKey
ALTER TABLE "PayoutLineEvent" ADD CONSTRAINT "PayoutLineEvent_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerEvent" ADD CONSTRAINT "SellerEvent_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- Whoever writes the step: the place is that of the books, not one that somebody says.
CREATE FUNCTION opened_where_she_is() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW."regionId" := (SELECT s."regionId" FROM "Seller" s WHERE s.id = NEW."sellerId");
  RETURN NEW;
END $$;
CREATE TRIGGER opened_where_she_is BEFORE INSERT ON "SellerEvent" FOR EACH ROW EXECUTE FUNCTION opened_where_she_is();

CREATE FUNCTION paid_where_she_is() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE paid "PayoutLineEvent";
BEGIN
  IF NEW.state = 'returned' THEN
    SELECT * INTO paid FROM "PayoutLineEvent" v WHERE v."payoutLineId" = NEW."payoutLineId" AND v.state = 'paid' ORDER BY v.id DESC LIMIT 1;
  END IF;
  NEW."regionId" := CASE WHEN paid.id IS NOT NULL THEN paid."regionId" ELSE (SELECT coalesce(s."regionId", p."regionId") FROM "PayoutLine" l JOIN "Party" y ON y.id = l."partyId"
    LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId" WHERE l.id = NEW."payoutLineId") END;
  RETURN NEW;
END $$;
CREATE TRIGGER paid_where_she_is BEFORE INSERT ON "PayoutLineEvent" FOR EACH ROW EXECUTE FUNCTION paid_where_she_is();

-- A county sees its own past, also of whoever moved away: what arrived while she was there. The new one sees her, as before.
DROP POLICY scope ON "PayoutLine";
CREATE POLICY scope ON "PayoutLine" USING (scope_job() IN ('payout', 'income') OR party_in_scope("partyId")
    OR EXISTS (SELECT 1 FROM "PayoutLineEvent" v JOIN "Region" r ON r.id = v."regionId" WHERE v."payoutLineId" = "PayoutLine".id AND v.state = 'paid' AND r.path <@ scope_region()))
  WITH CHECK (scope_job() = 'payout');
