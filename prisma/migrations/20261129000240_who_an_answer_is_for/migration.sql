-- What is already written was written for one side; no row is touched.
ALTER TABLE "Report" ADD COLUMN     "isAnswerForBoth" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isSellerAnswerForBoth" BOOLEAN NOT NULL DEFAULT false;
