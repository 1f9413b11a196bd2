-- What runs with the owner's rights names whatever it reads and writes by its schema: a session may put a table or a type of its own name before them. What is written into the function's text is a whole number.
CREATE OR REPLACE FUNCTION clock_is_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE seconds bigint := coalesce((SELECT c."offsetSeconds" FROM public."Clock" c WHERE c.id = 1), 0);
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION public.clock_ahead() RETURNS interval LANGUAGE sql STABLE PARALLEL SAFE AS $ahead$ SELECT make_interval(secs => %s) $ahead$', seconds);
  RETURN NULL;
END $$;
