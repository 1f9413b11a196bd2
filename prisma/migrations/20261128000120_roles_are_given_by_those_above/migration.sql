-- AlterTable
ALTER TABLE "UserRole" ADD COLUMN     "endedById" UUID;

-- CreateIndex
CREATE INDEX "UserRole_endedById_idx" ON "UserRole"("endedById");

-- AddForeignKey
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Roles are given and ended by an administrator whose own region covers them, never her own. What the owner of the tables sets up names nobody. A buyer's role is her own to end.
CREATE FUNCTION roles_are_given_by_those_above() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE giver uuid := CASE TG_OP WHEN 'INSERT' THEN NEW."grantedById" ELSE NEW."endedById" END;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."validTo" <= app_now() OR OLD."endedById" IS NOT NULL) THEN
    RAISE EXCEPTION 'a role that has ended stays ended' USING ERRCODE = 'check_violation';
  END IF;
  IF giver IS NULL AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(710011);
  IF giver IS NULL OR giver = NEW."userId" OR NOT EXISTS (
    SELECT 1 FROM "UserRole" r LEFT JOIN "Region" own ON own.id = r."regionId"
    WHERE r."userId" = giver AND r.role = 'admin' AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
      -- ended a moment ago by somebody whose transaction began later
      AND r."endedById" IS NULL AND (r."regionId" IS NULL OR EXISTS (SELECT 1 FROM "Region" g WHERE g.id = NEW."regionId" AND own.path @> g.path))) THEN
    RAISE EXCEPTION 'a role is given and ended by an administrator whose region covers it, never by its holder' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER given_by_those_above BEFORE INSERT ON "UserRole" FOR EACH ROW WHEN (NEW.role <> 'buyer')
  EXECUTE FUNCTION roles_are_given_by_those_above();
CREATE TRIGGER ended_by_those_above BEFORE UPDATE ON "UserRole" FOR EACH ROW WHEN (OLD.role <> 'buyer')
  EXECUTE FUNCTION roles_are_given_by_those_above();
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "UserRole" FOR EACH ROW
  EXECUTE FUNCTION keep_the_past('userId', 'role', 'regionId', 'sellerId', 'validFrom', 'grantedById');
