-- How many of a kind wait to be made. A function, so that what a basket costs by the planner's reckoning does not grow with the orders of the shop: a statement whose cost grows is planned anew again and again.
CREATE FUNCTION pieces_waiting(variant uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(l.quantity), 0)::int FROM "OrderLine" l JOIN "SellerOrder" o ON o.id = l."sellerOrderId" WHERE l."variantId" = variant AND o.status = 'to_ship'
$$;
