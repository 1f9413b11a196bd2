-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "sellerOrderId" UUID NOT NULL,
    "baseId" UUID NOT NULL,
    "handedById" UUID NOT NULL,
    "handedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "receivedById" UUID,
    "receivedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Collection_sellerOrderId_idx" ON "Collection"("sellerOrderId");

-- CreateIndex
CREATE INDEX "Collection_baseId_endedAt_receivedAt_idx" ON "Collection"("baseId", "endedAt", "receivedAt");

-- CreateIndex
CREATE INDEX "Collection_handedById_idx" ON "Collection"("handedById");

-- CreateIndex
CREATE INDEX "Collection_receivedById_idx" ON "Collection"("receivedById");

-- CreateIndex
CREATE INDEX "Collection_endedById_idx" ON "Collection"("endedById");

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "BaseProfile"("sellerId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_handedById_fkey" FOREIGN KEY ("handedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_receivedById_fkey" FOREIGN KEY ("receivedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX "Collection_open" ON "Collection" ("sellerOrderId") WHERE "endedAt" IS NULL;
ALTER TABLE "Collection"
  ADD CONSTRAINT "Collection_received" CHECK (("receivedAt" IS NULL) = ("receivedById" IS NULL)),
  ADD CONSTRAINT "Collection_ended" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL));

-- handed over by a member of that base while the part is to be sent; then received or ended, each once; nothing of it changes once the part has been sent
CREATE FUNCTION collection_walks_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part "SellerOrder";
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was handed to a base stays written' USING ERRCODE = 'check_violation';
  END IF;
  SELECT * INTO part FROM "SellerOrder" WHERE id = NEW."sellerOrderId" FOR NO KEY UPDATE;
  IF TG_OP = 'INSERT' THEN
    IF part.status <> 'to_ship' OR NEW."receivedAt" IS NOT NULL OR NEW."endedAt" IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM "BaseMember" m WHERE m."sellerId" = part."sellerId" AND m."baseId" = NEW."baseId"
        AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
      RAISE EXCEPTION 'a member of a base hands it what is to be sent' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."sellerOrderId", NEW."baseId", NEW."handedById", NEW."handedAt") IS DISTINCT FROM (OLD.id, OLD."sellerOrderId", OLD."baseId", OLD."handedById", OLD."handedAt")
    OR OLD."endedAt" IS NOT NULL
    OR (OLD."receivedAt" IS NOT NULL AND (NEW."receivedAt", NEW."receivedById") IS DISTINCT FROM (OLD."receivedAt", OLD."receivedById"))
    OR part.status NOT IN ('to_ship', 'cancelled') THEN
    RAISE EXCEPTION 'what was handed to a base is received once, or ended once, before it is sent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER collection_walks_on BEFORE INSERT OR UPDATE OR DELETE ON "Collection" FOR EACH ROW EXECUTE FUNCTION collection_walks_on();

-- who sends: the base that has received it, and nobody else; without one its seller
CREATE FUNCTION shipment_by_whom() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE sender uuid;
BEGIN
  SELECT coalesce(c."baseId", so."sellerId") INTO sender FROM "SellerOrder" so
    LEFT JOIN "Collection" c ON c."sellerOrderId" = so.id AND c."endedAt" IS NULL
    WHERE so.id = NEW."sellerOrderId" AND (c.id IS NULL OR c."receivedAt" IS NOT NULL);
  IF NOT EXISTS (SELECT 1 FROM "Party" y WHERE y.id = NEW."fromPartyId" AND y."sellerId" = sender) THEN
    RAISE EXCEPTION 'a parcel is sent by its seller, or by the base that has received it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shipment_by_whom BEFORE INSERT ON "Shipment" FOR EACH ROW EXECUTE FUNCTION shipment_by_whom();

-- whoever may send for a maker sees where her parcel goes, as she does; the base's people see where a parcel goes from the moment that they have it until it is sent
CREATE OR REPLACE FUNCTION order_contact_in_scope(the_order uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Order" o JOIN "Party" y ON y.id = o."buyerPartyId" WHERE o.id = the_order AND y."personId" = scope_person())
      OR EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "SellerPerson" sp ON sp."sellerId" = so."sellerId"
                   WHERE so."orderId" = the_order AND so.status IN ('to_ship', 'shipped') AND sp."personId" = scope_person()
                     AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date)
      OR EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "Mandate" m ON m."sellerId" = so."sellerId"
                   WHERE so."orderId" = the_order AND so.status IN ('to_ship', 'shipped') AND m."agentPersonId" = scope_person() AND 'orders' = ANY (m.scope)
                     AND m."revokedAt" IS NULL AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
                     AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date)
      OR EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "Collection" c ON c."sellerOrderId" = so.id AND c."receivedAt" IS NOT NULL AND c."endedAt" IS NULL
                   JOIN "SellerPerson" sp ON sp."sellerId" = c."baseId"
                   WHERE so."orderId" = the_order AND so.status = 'to_ship' AND sp."personId" = scope_person()
                     AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;
