-- Walls around what is paid to whom, and around her account with the provider. Both are seen by her whose money it is, by the desk over her and by the job that pays out; lines also by the job that holds the books against
-- what caused them. The job that pays out alone writes a line.

ALTER FUNCTION reversal_fits() SECURITY DEFINER SET search_path = public;

CREATE POLICY scope ON "PayoutLine" USING (scope_job() IN ('payout', 'income') OR party_in_scope("partyId")) WITH CHECK (scope_job() = 'payout');
CREATE POLICY scope ON "ConnectAccount" USING (scope_job() = 'payout' OR party_in_scope("partyId"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PayoutLine', 'ConnectAccount'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
