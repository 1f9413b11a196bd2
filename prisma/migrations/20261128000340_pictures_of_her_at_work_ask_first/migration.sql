-- A picture that shows her at work is withheld until she has agreed to it, whoever brings it and whenever it is called that. It comes back when she agrees (consent_in_public), or when it turns out to show
-- something else.
CREATE FUNCTION making_asks_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.shot = 'making' AND NEW.state = 'ready' AND NOT owner_consents(NEW."sellerId", 'public_photo') THEN
    NEW.state := 'withheld';
  ELSIF NEW.shot IS DISTINCT FROM 'making' AND NEW.state = 'withheld' THEN
    NEW.state := 'ready';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER making_asks_first BEFORE INSERT OR UPDATE OF shot, state, "sellerId" ON "Media" FOR EACH ROW
  WHEN (NEW."sellerId" IS NOT NULL AND (NEW.shot = 'making' OR NEW.state = 'withheld')) EXECUTE FUNCTION making_asks_first();

-- Those that are there already: the trigger looks at each.
UPDATE "Media" SET state = state WHERE "sellerId" IS NOT NULL AND shot = 'making';
