-- A shop's pieces are turned through, newest first: a page is read from the index, however many pieces the shop has.
CREATE INDEX "Product_sellerId_status_publishedAt_id_idx" ON "Product"("sellerId", status, "publishedAt" DESC, id);
DROP INDEX "Product_sellerId_status_idx";
