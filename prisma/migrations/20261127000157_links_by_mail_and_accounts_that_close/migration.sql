-- AlterTable
ALTER TABLE "User" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- AlterEnum
ALTER TYPE "CodePurpose" ADD VALUE 'account_closing';

-- CreateTable
CREATE TABLE "EmailLink" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "emailIndex" BYTEA NOT NULL,
    "keyId" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "browserHash" BYTEA NOT NULL,
    "addressHash" BYTEA NOT NULL,
    "returnTo" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EmailLink_tokenHash_key" ON "EmailLink"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailLink_emailIndex_createdAt_idx" ON "EmailLink"("emailIndex", "createdAt");

-- CreateIndex
CREATE INDEX "EmailLink_addressHash_createdAt_idx" ON "EmailLink"("addressHash", "createdAt");

-- CreateIndex
CREATE INDEX "EmailLink_keyId_idx" ON "EmailLink"("keyId");

-- AddForeignKey
ALTER TABLE "EmailLink" ADD CONSTRAINT "EmailLink_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- Nobody orders in a name that was closed, also not from a tab that was open before: the order waits for a closing under way (which holds the party's lock), then looks.
CREATE FUNCTION buyer_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Party" WHERE id = NEW."buyerPartyId" FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM "Party" y JOIN "User" u ON u."personId" = y."personId" WHERE y.id = NEW."buyerPartyId" AND u."closedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the account of party % is closed', NEW."buyerPartyId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER buyer_is_there BEFORE INSERT OR UPDATE OF "buyerPartyId" ON "Order" FOR EACH ROW WHEN (NEW."buyerPartyId" IS NOT NULL) EXECUTE FUNCTION buyer_is_there();

-- A closed account stays closed: it opens no session and says no name.
ALTER TABLE "User" ADD CONSTRAINT "User_closed_is_disabled" CHECK ("closedAt" IS NULL OR "disabledAt" IS NOT NULL);
CREATE FUNCTION closed_stays_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the account % is closed', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER closed_stays_closed BEFORE UPDATE ON "User" FOR EACH ROW WHEN (OLD."closedAt" IS NOT NULL) EXECUTE FUNCTION closed_stays_closed();
