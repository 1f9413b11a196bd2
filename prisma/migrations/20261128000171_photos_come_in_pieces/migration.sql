-- CreateTable
CREATE TABLE "PhotoUpload" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "shot" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PhotoUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadPiece" (
    "uploadId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "UploadPiece_pkey" PRIMARY KEY ("uploadId","start")
);

-- CreateIndex
CREATE INDEX "PhotoUpload_productId_idx" ON "PhotoUpload"("productId");

-- CreateIndex
CREATE INDEX "PhotoUpload_createdAt_idx" ON "PhotoUpload"("createdAt");

-- AddForeignKey
ALTER TABLE "PhotoUpload" ADD CONSTRAINT "PhotoUpload_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadPiece" ADD CONSTRAINT "UploadPiece_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "PhotoUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- what the shop's rules ask of a photograph on its way, whoever sends it
ALTER TABLE "PhotoUpload"
  ADD CONSTRAINT "PhotoUpload_sha256_check" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "PhotoUpload_bytes_check" CHECK (bytes BETWEEN 1 AND 26214400),
  ADD CONSTRAINT "PhotoUpload_received_check" CHECK (received BETWEEN 0 AND bytes),
  ADD CONSTRAINT "PhotoUpload_done_check" CHECK ("doneAt" IS NULL OR received = bytes),
  ADD CONSTRAINT "PhotoUpload_shot_check" CHECK (shot IN ('whole', 'detail', 'back', 'scale', 'hanging', 'making'));
ALTER TABLE "UploadPiece" ADD CONSTRAINT "UploadPiece_body_check" CHECK (octet_length(body) BETWEEN 1 AND 262144);
-- a photograph is as good as compressed
ALTER TABLE "UploadPiece" ALTER COLUMN body SET STORAGE EXTERNAL;

-- pieces follow one another without a gap, each once, and count themselves
CREATE FUNCTION upload_piece_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "PhotoUpload" SET received = received + octet_length(NEW.body)
    WHERE id = NEW."uploadId" AND received = NEW.start AND "doneAt" IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a piece of photograph % does not follow the one before', NEW."uploadId" USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER upload_piece_follows BEFORE INSERT ON "UploadPiece" FOR EACH ROW EXECUTE FUNCTION upload_piece_follows();
