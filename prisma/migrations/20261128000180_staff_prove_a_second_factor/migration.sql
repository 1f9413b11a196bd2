-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "provedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "SecondFactor" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "keyId" UUID NOT NULL,
    "secretCipher" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "confirmedAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "factorId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("factorId","codeHash")
);

-- CreateTable
CREATE TABLE "UsedStep" (
    "factorId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "UsedStep_pkey" PRIMARY KEY ("factorId","step")
);

-- CreateIndex
CREATE UNIQUE INDEX "SecondFactor_userId_key" ON "SecondFactor"("userId");

-- CreateIndex
CREATE INDEX "SecondFactor_keyId_idx" ON "SecondFactor"("keyId");

-- CreateIndex
CREATE INDEX "UsedStep_step_idx" ON "UsedStep"("step");

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_factorId_fkey" FOREIGN KEY ("factorId") REFERENCES "SecondFactor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsedStep" ADD CONSTRAINT "UsedStep_factorId_fkey" FOREIGN KEY ("factorId") REFERENCES "SecondFactor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- A recovery code opens once.
CREATE FUNCTION recovery_code_opens_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a recovery code was used before' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER recovery_code_opens_once BEFORE UPDATE ON "RecoveryCode" FOR EACH ROW
  WHEN (OLD."usedAt" IS NOT NULL OR NEW."codeHash" <> OLD."codeHash" OR NEW."factorId" <> OLD."factorId") EXECUTE FUNCTION recovery_code_opens_once();

-- What was confirmed by a code is not exchanged underneath it: another password or secret is another second factor.
CREATE FUNCTION confirmed_factor_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the second factor % is confirmed', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER confirmed_factor_stays BEFORE UPDATE ON "SecondFactor" FOR EACH ROW
  WHEN (OLD."confirmedAt" IS NOT NULL AND (NEW.id, NEW."userId", NEW."passwordHash", NEW."secretCipher", NEW."confirmedAt")
    IS DISTINCT FROM (OLD.id, OLD."userId", OLD."passwordHash", OLD."secretCipher", OLD."confirmedAt")) EXECUTE FUNCTION confirmed_factor_stays();

ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_argon2id" CHECK ("passwordHash" LIKE '$argon2id$%');
