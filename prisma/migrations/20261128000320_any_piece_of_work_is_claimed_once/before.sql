-- What the migration must be able to meet: somebody's claim that has lapsed, on a listing that left the queue without a decision.
INSERT INTO "DataKey" (id, wrapped, "kekId") VALUES ('00000000-0000-7000-8000-000000000004', '\x01', 'k');
INSERT INTO "Person" (id, "dataKeyId") VALUES ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000004');
INSERT INTO "User" (id, "personId") VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
ALTER TABLE "WorkClaim" DISABLE TRIGGER claimed_once;
INSERT INTO "WorkClaim" (queue, "subjectId", "userId", "takenAt", "until") VALUES
  ('listing', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', now() - interval '1 hour', now() - interval '30 minutes');
ALTER TABLE "WorkClaim" ENABLE TRIGGER claimed_once;
