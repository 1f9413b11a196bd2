-- CreateTable
CREATE TABLE "Visitor" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Visitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Favourite" (
    "visitorId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "priceFen" BIGINT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("visitorId","productId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "visitorId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("visitorId","sellerId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Visitor_tokenHash_key" ON "Visitor"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Visitor_userId_key" ON "Visitor"("userId");

-- CreateIndex
CREATE INDEX "Visitor_updatedAt_idx" ON "Visitor"("updatedAt");

-- CreateIndex
CREATE INDEX "Favourite_productId_idx" ON "Favourite"("productId");

-- CreateIndex
CREATE INDEX "Follow_sellerId_idx" ON "Follow"("sellerId");

-- AddForeignKey
ALTER TABLE "Visitor" ADD CONSTRAINT "Visitor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_visitorId_fkey" FOREIGN KEY ("visitorId") REFERENCES "Visitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_visitorId_fkey" FOREIGN KEY ("visitorId") REFERENCES "Visitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Visitor" ADD CONSTRAINT "Visitor_one_proof" CHECK (num_nonnulls("tokenHash", "userId") = 1 AND ("tokenHash" IS NULL OR length("tokenHash") = 32));
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_price" CHECK ("priceFen" > 0);
