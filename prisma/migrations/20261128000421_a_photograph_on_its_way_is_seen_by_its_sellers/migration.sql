-- Walls around photographs that are not whole yet: seen by whoever lists for the seller of the piece, and by the job that sweeps.

CREATE POLICY scope ON "PhotoUpload" USING (scope_job() = 'sweep' OR EXISTS (SELECT 1 FROM "Product" p WHERE p.id = "productId" AND lister_in_scope(p."sellerId")));
CREATE POLICY scope ON "UploadPiece" USING (EXISTS (SELECT 1 FROM "PhotoUpload" u WHERE u.id = "uploadId"));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PhotoUpload', 'UploadPiece'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
