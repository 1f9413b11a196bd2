-- CreateTable
CREATE TABLE "ExchangeRate" (
    "id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "cnyPer100" DECIMAL(12,4) NOT NULL,
    "source" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ExchangeRate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExchangeRate_currency_day_createdAt_idx" ON "ExchangeRate"("currency", "day" DESC, "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ExchangeRate_createdById_idx" ON "ExchangeRate"("createdById");

-- AddForeignKey
ALTER TABLE "ExchangeRate" ADD CONSTRAINT "ExchangeRate_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ExchangeRate"
  ADD CONSTRAINT "ExchangeRate_rate" CHECK ("cnyPer100" > 0),
  ADD CONSTRAINT "ExchangeRate_currency" CHECK (currency ~ '^[A-Z]{3}$' AND currency <> 'CNY');
CREATE TRIGGER pages_change AFTER INSERT ON "ExchangeRate" FOR EACH STATEMENT EXECUTE FUNCTION pages_changed();
