-- Walls around the tables of pieces and the photographs that come with them: seen by the seller's people and by whoever lists for her today, and by the jobs that take the pictures out and sweep.

-- Her own people, and whoever may write her listings by a mandate.
CREATE FUNCTION lister_in_scope(seller uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT seller_people_in_scope(seller)
    OR EXISTS (SELECT 1 FROM "Mandate" m WHERE m."sellerId" = seller AND m."agentPersonId" = scope_person() AND 'list' = ANY (m.scope) AND m."revokedAt" IS NULL
      AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) $$;

-- whose list it is, is asked whatever the scope of whoever writes the piece
ALTER FUNCTION product_is_of_its_list() SECURITY DEFINER SET search_path = public;

CREATE POLICY scope ON "PieceList" USING (scope_job() IN ('listing', 'sweep') OR lister_in_scope("sellerId"));
CREATE POLICY scope ON "PhotoArchive" USING (EXISTS (SELECT 1 FROM "PieceList" l WHERE l.id = "listId"));
CREATE POLICY scope ON "PhotoArchivePiece" USING (EXISTS (SELECT 1 FROM "PhotoArchive" a WHERE a.id = "archiveId"));
CREATE POLICY scope ON "PieceListPhoto" USING (EXISTS (SELECT 1 FROM "PieceList" l WHERE l.id = "listId"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PieceList', 'PhotoArchive', 'PhotoArchivePiece', 'PieceListPhoto'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
