-- AlterTable
ALTER TABLE "ListingRevision" ADD COLUMN     "written" INTEGER NOT NULL DEFAULT 1;

-- what was open is counted from where it stands; what is decided is not written in any more
UPDATE "ListingRevision" SET written = version WHERE state <> 'approved';
ALTER TABLE "ListingRevision" ADD CONSTRAINT "ListingRevision_written_check" CHECK (written BETWEEN 1 AND version);
