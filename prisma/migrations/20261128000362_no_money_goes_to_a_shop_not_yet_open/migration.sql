-- Whoever applies gives her card before her shop is open: no payment is prepared for it until it is; as before, none for a card that still cools or was stopped.
CREATE OR REPLACE FUNCTION paid_to_a_usable_card() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW."bankAccountId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "BankAccount" b WHERE b.id = NEW."bankAccountId" AND b."closedAt" IS NULL AND b."usableFrom" <= app_now()) THEN
    RAISE EXCEPTION 'no money goes to a card that still cools or was stopped' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."bankAccountId" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "BankAccount" b JOIN "Party" y ON y.id = b."partyId" JOIN "Seller" s ON s.id = y."sellerId" WHERE b.id = NEW."bankAccountId" AND s.status = 'applying') THEN
    RAISE EXCEPTION 'no money goes to the card of a shop that is not open yet' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
