-- A present is its giver's. Until the phone of a parcel stopped to open presents whole, whoever had it could list one among her orders, with what it cost: such a one is nobody's again,
-- and is opened by its link, or by that phone as far as a receiver may see. One that was ordered by an account, or was joined abroad by mail, stays where it is.
UPDATE "Order" o SET "buyerPartyId" = NULL
WHERE o."buyerPartyId" IS NOT NULL AND o.country = 'CN'
  AND (o."hidePrices" OR EXISTS (SELECT 1 FROM "OrderWords" w WHERE w."orderId" = o.id AND w."giftNote" <> ''))
  AND EXISTS (SELECT 1 FROM "AuditEvent" a WHERE a.action = 'order.joined' AND a."subjectType" = 'Order' AND a."subjectId" = o.id::text);
