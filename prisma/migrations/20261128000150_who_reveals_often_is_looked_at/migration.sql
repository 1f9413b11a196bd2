-- Whoever opens more than fifty sealed things within an hour is looked at: nobody telephones fifty makers in that time. Counted from the audit, so that no screen can leave it out; the alert names the user
-- alone, and stays one until somebody has closed it.
CREATE FUNCTION revealed_often() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- the fifty-first back is less than an hour old
  IF (SELECT a.at FROM "AuditEvent" a WHERE a."actorUserId" = NEW."actorUserId"
        AND a.action IN ('secret.revealed', 'contact.opened', 'invoice.opened', 'report.contact_opened', 'attachment.opened') ORDER BY a.id DESC OFFSET 50 LIMIT 1) > NEW.at - interval '1 hour' THEN
    INSERT INTO "Alert" (id, kind, "subjectType", "subjectId", detail) VALUES (gen_random_uuid(), 'revealed_often', 'User', NEW."actorUserId"::text, '{}')
    ON CONFLICT (kind, "subjectType", "subjectId") WHERE "closedAt" IS NULL DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER revealed_often AFTER INSERT ON "AuditEvent" FOR EACH ROW
  WHEN (NEW."actorUserId" IS NOT NULL AND NEW.action IN ('secret.revealed', 'contact.opened', 'invoice.opened', 'report.contact_opened', 'attachment.opened')) EXECUTE FUNCTION revealed_often();
