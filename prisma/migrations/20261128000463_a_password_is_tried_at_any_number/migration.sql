-- A password is slowed down at a number that nobody has as at one of staff: which of the two it is shows in no answer. Where there is no second factor, an id made of the number stands for it.

-- DropForeignKey
ALTER TABLE "PasswordTry" DROP CONSTRAINT "PasswordTry_factorId_fkey";

CREATE FUNCTION tries_go_with_the_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "PasswordTry" WHERE "factorId" = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tries_go_with_the_factor AFTER DELETE ON "SecondFactor" FOR EACH ROW EXECUTE FUNCTION tries_go_with_the_factor();
