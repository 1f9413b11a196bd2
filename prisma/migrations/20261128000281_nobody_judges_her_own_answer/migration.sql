-- Whether a user answered a report for its seller, under a mandate, or wrote in the conversation that was handed in with it.
CREATE FUNCTION took_part_in_report(judge uuid, report uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM "Act" a WHERE a."agentUserId" = judge AND a.kind = 'report.answered' AND a."subjectId" = report::text)
      OR EXISTS (SELECT 1 FROM "ConversationReport" x JOIN "Message" m ON m."conversationId" = x."conversationId" WHERE x."reportId" = report AND m."byUserId" = judge) $$;

CREATE FUNCTION report_judge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF took_part_in_report(NEW."closedById", NEW.id) THEN
    RAISE EXCEPTION 'report %: nobody decides about her own answer', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_judge BEFORE UPDATE ON "Report" FOR EACH ROW WHEN (OLD."closedAt" IS NULL AND NEW."closedAt" IS NOT NULL) EXECUTE FUNCTION report_judge();
