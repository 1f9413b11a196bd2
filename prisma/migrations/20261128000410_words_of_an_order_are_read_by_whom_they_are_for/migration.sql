-- Who acts for a maker reads what a buyer wrote only if her orders are entrusted; and an answer belongs to one line: neither another maker of the order nor a base that received another part of it reads it.

-- The maker's own people, the desk over her, and whoever has this part of her work in hand today.
CREATE FUNCTION seller_work_in_scope(seller uuid, work text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT seller_people_in_scope(seller) OR EXISTS (SELECT 1 FROM "Seller" s WHERE s.id = seller AND region_in_scope(s."regionId"))
    OR EXISTS (SELECT 1 FROM "Mandate" m WHERE m."sellerId" = seller AND m."agentPersonId" = scope_person() AND work = ANY (m.scope) AND m."revokedAt" IS NULL
      AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

-- Its buyer, whoever makes it, and the base that has received this very part to send it.
CREATE OR REPLACE FUNCTION part_in_scope(part uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerOrder" so WHERE so.id = part AND (seller_work_in_scope(so."sellerId", 'orders') OR bought_in_scope(so."orderId")
    OR (so.status = 'to_ship' AND EXISTS (SELECT 1 FROM "Collection" c WHERE c."sellerOrderId" = part AND c."receivedAt" IS NOT NULL AND c."endedAt" IS NULL
      AND seller_people_in_scope(c."baseId"))))) $$;
-- Words are to all who work on the order.
CREATE OR REPLACE FUNCTION order_words_in_scope(the_order uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "SellerOrder" so WHERE so."orderId" = the_order AND part_in_scope(so.id)) $$;

-- So it is with questions: they are answered by whoever is entrusted with her messages.
ALTER POLICY scope ON "Question" USING (scope_job() = 'visit' OR visitor_in_scope("visitorId")
  OR EXISTS (SELECT 1 FROM "Product" p WHERE p.id = "productId" AND seller_work_in_scope(p."sellerId", 'messages')));
