-- When the first of the pieces on a shelf that somebody is paying for is sold or free again at the latest; NULL where nobody is. A function, so that a statement with it costs the planner the same however many orders there are.
CREATE FUNCTION held_until(stock uuid) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT min("expiresAt") FROM "StockReservation" WHERE "stockItemId" = stock AND state = 'held');
END $$;
