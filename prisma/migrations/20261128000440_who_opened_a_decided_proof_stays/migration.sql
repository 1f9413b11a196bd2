-- Who opened a proof last stays once it is decided or gone: it is what says that whoever decided had heard or seen it.
CREATE FUNCTION proof_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'proof % is decided: who opened it stays', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER proof_opening BEFORE UPDATE ON "MandateProof" FOR EACH ROW
  WHEN ((OLD."decidedAt" IS NOT NULL OR OLD."goneAt" IS NOT NULL)
    AND (NEW."openedById", NEW."openedAt") IS DISTINCT FROM (OLD."openedById", OLD."openedAt"))
  EXECUTE FUNCTION proof_opening();
