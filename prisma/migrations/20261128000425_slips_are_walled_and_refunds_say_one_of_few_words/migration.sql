-- The slip of a bank transfer, and why finance refused it, stand behind a wall: read by the job that opens the order's page to its buyer and by the one that pays out.
ALTER TABLE "TransferSlip" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TransferSlip" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "TransferSlip" TO CURRENT_USER USING (true);
CREATE POLICY scope ON "TransferSlip" USING (scope_job() IN ('order_access', 'payout'));

-- Why money goes back is one of the words of the machine (request-refund.server.ts), none that anybody wrote; what finance writes beside it stands in the audit.
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_reason"
  CHECK (reason IN ('late_payment', 'duplicate', 'wrong_amount', 'buyer_cancelled', 'cannot_make', 'not_shipped', 'goodwill'));
