-- What a buyer had put on a piece stands under the same rules as when it lay in the line: at most three answers, only where she agreed that such a piece does not come back, and never changed. They
-- may go when she is forgotten.
ALTER TABLE "LineAnswers" ADD CONSTRAINT "LineAnswers_answers" CHECK (jsonb_typeof(answers) = 'array' AND jsonb_array_length(answers) BETWEEN 1 AND 3);

CREATE FUNCTION answers_stay() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'what was ordered stays as it was ordered' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "OrderLine" l WHERE l.id = NEW."orderLineId" AND l."agreedTextId" IS NOT NULL) THEN
    RAISE EXCEPTION 'line % was ordered without the words on returns', NEW."orderLineId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answers_stay BEFORE INSERT OR UPDATE ON "LineAnswers" FOR EACH ROW EXECUTE FUNCTION answers_stay();
