-- CreateTable
CREATE TABLE "OrderLetter" (
    "orderId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "OrderLetter_pkey" PRIMARY KEY ("orderId","about")
);

-- AddForeignKey
ALTER TABLE "OrderLetter" ADD CONSTRAINT "OrderLetter_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- for the link in a letter: which operation placed the order
CREATE INDEX "IdempotencyKey_order" ON "IdempotencyKey" ((response ->> 'orderId')) WHERE key LIKE 'checkout:%';
