-- CreateEnum
CREATE TYPE "ArchiveState" AS ENUM ('arriving', 'unpacking', 'done', 'refused');

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "listId" UUID,
ADD COLUMN     "ownCode" TEXT;

-- CreateTable
CREATE TABLE "PieceList" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "file" BYTEA,
    "state" "ImportState" NOT NULL DEFAULT 'draft',
    "pieceCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "takenAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PieceList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhotoArchive" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "state" "ArchiveState" NOT NULL DEFAULT 'arriving',
    "fault" TEXT,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "PhotoArchive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhotoArchivePiece" (
    "archiveId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "PhotoArchivePiece_pkey" PRIMARY KEY ("archiveId","start")
);

-- CreateTable
CREATE TABLE "PieceListPhoto" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "archiveId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaId" UUID,
    "fault" TEXT,

    CONSTRAINT "PieceListPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PieceList_sellerId_createdAt_idx" ON "PieceList"("sellerId", "createdAt");

-- CreateIndex
CREATE INDEX "PieceList_uploadedById_idx" ON "PieceList"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "PhotoArchive_listId_key" ON "PhotoArchive"("listId");

-- CreateIndex
CREATE INDEX "PieceListPhoto_mediaId_idx" ON "PieceListPhoto"("mediaId");

-- CreateIndex
CREATE UNIQUE INDEX "PieceListPhoto_listId_name_key" ON "PieceListPhoto"("listId", "name");

-- CreateIndex
CREATE INDEX "Product_listId_idx" ON "Product"("listId");

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PieceList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceList" ADD CONSTRAINT "PieceList_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceList" ADD CONSTRAINT "PieceList_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhotoArchive" ADD CONSTRAINT "PhotoArchive_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PieceList"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhotoArchivePiece" ADD CONSTRAINT "PhotoArchivePiece_archiveId_fkey" FOREIGN KEY ("archiveId") REFERENCES "PhotoArchive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceListPhoto" ADD CONSTRAINT "PieceListPhoto_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PieceList"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceListPhoto" ADD CONSTRAINT "PieceListPhoto_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- the same file of a seller is here once; undone, it may come again
CREATE UNIQUE INDEX "PieceList_once" ON "PieceList" ("sellerId", "fileHash") WHERE state <> 'undone';
-- her own number names one of her pieces
CREATE UNIQUE INDEX "Product_ownCode_once" ON "Product" ("sellerId", "ownCode") WHERE status <> 'withdrawn';
ALTER TABLE "Product" ADD CONSTRAINT "Product_ownCode" CHECK ("ownCode" IS NULL OR (char_length("ownCode") <= 40 AND "ownCode" !~ '\s'));

-- the file is kept for as long as it is a draft, and a number of pieces is told once it is none
ALTER TABLE "PieceList" ADD CONSTRAINT "PieceList_whole" CHECK (
  "fileHash" ~ '^[0-9a-f]{64}$' AND (state = 'draft') = (file IS NOT NULL) AND octet_length(file) <= 4194304
  AND (state = 'draft') = ("takenAt" IS NULL) AND (state = 'undone') = ("undoneAt" IS NOT NULL) AND (state = 'draft') = ("pieceCount" = 0));
CREATE FUNCTION piece_list_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'a list whose pieces were begun stays' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF NEW."sellerId" <> OLD."sellerId" OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('draft', 'taken'), ('taken', 'undone')))
    OR (OLD.state <> 'draft' AND (NEW."fileHash", NEW."pieceCount", NEW."takenAt") IS DISTINCT FROM (OLD."fileHash", OLD."pieceCount", OLD."takenAt")) THEN
    RAISE EXCEPTION 'a list goes from draft to taken to undone' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER piece_list_goes_on BEFORE UPDATE OR DELETE ON "PieceList" FOR EACH ROW EXECUTE FUNCTION piece_list_goes_on();

-- a piece comes from a list of its own seller
CREATE FUNCTION product_is_of_its_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "PieceList" l WHERE l.id = NEW."listId" AND l."sellerId" = NEW."sellerId") THEN
    RAISE EXCEPTION 'a piece comes from a list of its own seller' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER product_is_of_its_list BEFORE INSERT OR UPDATE OF "listId", "sellerId" ON "Product" FOR EACH ROW WHEN (NEW."listId" IS NOT NULL) EXECUTE FUNCTION product_is_of_its_list();

ALTER TABLE "PieceListPhoto" ADD CONSTRAINT "PieceListPhoto_one" CHECK (("mediaId" IS NULL) <> (fault IS NULL) AND char_length(name) BETWEEN 1 AND 200);
ALTER TABLE "PhotoArchive" ADD CONSTRAINT "PhotoArchive_within" CHECK (
  bytes BETWEEN 1 AND 209715200 AND received BETWEEN 0 AND bytes AND (state IN ('arriving', 'refused') OR received = bytes) AND (state = 'refused') = (fault IS NOT NULL));

-- pieces come one after the other, and count themselves
CREATE FUNCTION photo_archive_piece_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "PhotoArchive" SET received = received + octet_length(NEW.body)
    WHERE id = NEW."archiveId" AND received = NEW.start AND state = 'arriving' AND octet_length(NEW.body) > 0;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a piece of an archive follows the last' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER photo_archive_piece_follows BEFORE INSERT ON "PhotoArchivePiece" FOR EACH ROW EXECUTE FUNCTION photo_archive_piece_follows();
