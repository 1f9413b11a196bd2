-- AlterTable
ALTER TABLE "ApplicationEvent" ADD COLUMN     "toRegionId" UUID;

-- CreateIndex
CREATE INDEX "ApplicationEvent_toRegionId_idx" ON "ApplicationEvent"("toRegionId");

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_toRegionId_fkey" FOREIGN KEY ("toRegionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_toRegion" CHECK ("toRegionId" IS NULL OR (state = 'returned' AND "reasonCode" IS NOT DISTINCT FROM 'place'));

-- An application that was sent back because of its place goes over to another county, and with it the shop that it is for and the applicant, unless she lives somewhere by the register or has a shop
-- that is open. From then on it is behind that county's wall. Runs as the owner, because the wall lies between the two; asks itself whether the mover sat over it, sent it back just now and wrote down where.
CREATE FUNCTION move_application(application uuid, county uuid, mover uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE it "SellerApplication"; step "ApplicationEvent";
BEGIN
  SELECT * INTO STRICT it FROM "SellerApplication" WHERE id = application FOR UPDATE;
  SELECT * INTO step FROM "ApplicationEvent" WHERE "applicationId" = application ORDER BY at DESC, id DESC LIMIT 1;
  IF it.state <> 'returned' OR it."decidedById" IS DISTINCT FROM mover OR step."toRegionId" IS DISTINCT FROM county OR step."byId" IS DISTINCT FROM mover
     OR NOT sits_over(it."regionId", mover, enum_range(NULL::"RegionLevel")) THEN
    RAISE EXCEPTION 'application % is sent over by who sends it back', application USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Region" r WHERE r.id = county AND r.level = 'county' AND r."validTo" IS NULL)
     OR EXISTS (SELECT 1 FROM "Region" r WHERE r.id = it."regionId" AND county = ANY (r."ancestorIds")) THEN
    RAISE EXCEPTION 'application % goes over to another county', application USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "SellerApplication" SET "regionId" = county WHERE id = application;
  UPDATE "Seller" SET "regionId" = county, "countyId" = county WHERE id = it."sellerId" AND status = 'applying';
  UPDATE "Person" p SET "regionId" = county WHERE p.id = it."personId"
    AND NOT EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."personId" = p.id)
    AND NOT EXISTS (SELECT 1 FROM "HouseholdLink" l WHERE l."personId" = p.id AND l."verifiedAt" IS NOT NULL AND l."memberId" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "SellerPerson" sp JOIN "Seller" s ON s.id = sp."sellerId" WHERE sp."personId" = p.id AND s.status NOT IN ('applying', 'closed'));
END $$;
