-- CreateTable
CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Address_personId_createdAt_idx" ON "Address"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Address_keyId_idx" ON "Address"("keyId");

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

CREATE UNIQUE INDEX "Address_one_default" ON "Address" ("personId") WHERE "isDefault";

-- counted under a lock, so that two tabs cannot pass the last place together
CREATE FUNCTION address_book_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(710012, hashtext(NEW."personId"::text));
  IF (SELECT count(*) FROM "Address" WHERE "personId" = NEW."personId") >= 50 THEN
    RAISE EXCEPTION 'an address book holds fifty addresses' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER address_book_is_full BEFORE INSERT ON "Address" FOR EACH ROW EXECUTE FUNCTION address_book_is_full();

-- nobody's but her own: no region and no job reaches it
ALTER TABLE "Address" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Address" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "Address" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "Address" USING ("personId" = scope_person());
