-- The keys of the files that these applications or conversations show and nothing else does any more: an emptied application and a conversation whose key is destroyed show nothing.
-- They stay locked until the transaction ends, so that of two that let go of one file at the same time the later one finds it shown nowhere, and nobody shows it anew meanwhile.
CREATE FUNCTION keys_shown_only_in(places uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  files uuid[] := ARRAY(
    SELECT p."attachmentId" FROM "ApplicationPhoto" p WHERE p."applicationId" = ANY (places)
    UNION SELECT s."licencePhotoId" FROM "SellerApplication" s WHERE s.id = ANY (places) AND s."licencePhotoId" IS NOT NULL
    UNION SELECT p."attachmentId" FROM "MessagePhoto" p JOIN "Message" m ON m.id = p."messageId" WHERE m."conversationId" = ANY (places));
BEGIN
  PERFORM FROM "DataKey" k WHERE k.id IN (SELECT a."keyId" FROM "Attachment" a WHERE a.id = ANY (files)) ORDER BY k.id FOR UPDATE;
  RETURN QUERY SELECT a."keyId" FROM "Attachment" a
  WHERE a.id = ANY (files)
    AND NOT EXISTS (SELECT 1 FROM "ApplicationPhoto" p JOIN "SellerApplication" s ON s.id = p."applicationId" WHERE p."attachmentId" = a.id AND s.id <> ALL (places) AND s."realName" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "SellerApplication" s WHERE s."licencePhotoId" = a.id AND s.id <> ALL (places))
    AND NOT EXISTS (SELECT 1 FROM "MessagePhoto" p JOIN "Message" m ON m.id = p."messageId" JOIN "Conversation" c ON c.id = m."conversationId" JOIN "DataKey" k ON k.id = c."keyId"
      WHERE p."attachmentId" = a.id AND c.id <> ALL (places) AND k."destroyedAt" IS NULL)
    AND NOT EXISTS (SELECT 1 FROM "ReportEvidence" e WHERE e."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "DisputeEvidence" e WHERE e."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "TransferSlip" t WHERE t."attachmentId" = a.id)
    AND NOT EXISTS (SELECT 1 FROM "Succession" c WHERE c."attachmentId" = a.id);
END $$;

DROP FUNCTION keys_of_its_pictures(uuid);
