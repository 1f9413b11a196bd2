-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "receivedMinor" BIGINT,
ADD COLUMN     "receivedOn" DATE;

-- What must hold whatever the application does ---------------------------------------------------------------------

-- money comes over the provider's page or by bank, and one due is never open to both at once
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_gateway" CHECK (gateway IN ('stripe', 'bank_transfer')),
  ADD CONSTRAINT "Payment_one_way_open" EXCLUDE USING gist ("dueId" WITH =, gateway WITH <>) WHERE (state IN ('created', 'open'));
CREATE UNIQUE INDEX "Payment_one_transfer_open" ON "Payment" ("dueId") WHERE gateway = 'bank_transfer' AND state IN ('created', 'open');

-- what the bank has booked: sum, day and the bank's number together, and only of a transfer
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_by_bank" CHECK (CASE gateway
    WHEN 'bank_transfer' THEN "sessionId" IS NULL AND "chargeRef" IS NULL AND currency = 'CNY' AND num_nonnulls("receivedMinor", "receivedOn", "paymentRef") IN (0, 3)
      AND (state IN ('paid', 'quarantined')) = ("receivedMinor" IS NOT NULL)
    ELSE num_nonnulls("receivedMinor", "receivedOn") = 0 END),
  ADD CONSTRAINT "Payment_received" CHECK ("receivedMinor" > 0 AND (state <> 'paid' OR "receivedMinor" = "amountMinor"));

CREATE UNIQUE INDEX "TransferSlip_one_submitted" ON "TransferSlip" ("paymentId") WHERE state = 'submitted';

CREATE FUNCTION slip_of_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT gateway FROM "Payment" WHERE id = NEW."paymentId") <> 'bank_transfer' THEN
    RAISE EXCEPTION 'a slip belongs to a bank transfer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slip_of_transfer BEFORE INSERT OR UPDATE OF "paymentId" ON "TransferSlip" FOR EACH ROW EXECUTE FUNCTION slip_of_transfer();

-- decided once
CREATE FUNCTION slip_stays_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a slip is decided once' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER slip_stays_decided BEFORE UPDATE OR DELETE ON "TransferSlip" FOR EACH ROW WHEN (OLD.state <> 'submitted') EXECUTE FUNCTION slip_stays_decided();

-- of a transfer of another amount all that came may go back
CREATE OR REPLACE FUNCTION refund_within_captured() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE captured bigint; money char(3);
BEGIN
  SELECT coalesce("receivedMinor", "amountMinor"), currency INTO captured, money FROM "Payment" WHERE id = NEW."paymentId" FOR NO KEY UPDATE;
  IF NEW.currency <> money OR NEW."amountMinor" +
     (SELECT coalesce(sum("amountMinor"), 0) FROM "Refund" WHERE "paymentId" = NEW."paymentId" AND id <> NEW.id AND state <> 'failed') > captured THEN
    RAISE EXCEPTION 'refunds of a payment never exceed what was captured' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
