-- The shop's time was asked for some fifty times in a purchase, and each time a table was read for how far the clock is ahead. That stands in the text of a function now, which every plan takes over as it is; when the clock is moved,
-- the function is written anew and the database makes the plans anew that hold it. It is STABLE, not IMMUTABLE: what is folded into a plan as immutable would not be made anew.
CREATE FUNCTION clock_ahead() RETURNS interval LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT make_interval(secs => 0) $$;

CREATE FUNCTION clock_is_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION clock_ahead() RETURNS interval LANGUAGE sql STABLE PARALLEL SAFE AS $ahead$ SELECT make_interval(secs => %s) $ahead$',
    coalesce((SELECT "offsetSeconds" FROM "Clock" WHERE id = 1), 0));
  RETURN NULL;
END $$;
CREATE TRIGGER clock_is_moved AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Clock" FOR EACH STATEMENT EXECUTE FUNCTION clock_is_moved();

-- whole milliseconds, as the columns keep them: a row made now never lies after now
CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT date_trunc('milliseconds', now()) + public.clock_ahead() $$;

-- a shop whose clock is ahead already
UPDATE "Clock" SET "offsetSeconds" = "offsetSeconds";
