-- CreateEnum
CREATE TYPE "SlipState" AS ENUM ('submitted', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "RefundRoute" AS ENUM ('provider', 'bank');

-- CreateEnum
CREATE TYPE "RefundBearer" AS ENUM ('seller', 'platform');

-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('needs_response', 'under_review', 'won', 'lost');

-- CreateEnum
CREATE TYPE "PayoutRail" AS ENUM ('bank_file', 'stripe_transfer');

-- CreateEnum
CREATE TYPE "ConnectState" AS ENUM ('onboarding', 'enabled', 'restricted', 'disabled');

-- CreateEnum
CREATE TYPE "ReversalState" AS ENUM ('requested', 'done', 'failed');

-- CreateEnum
CREATE TYPE "SuccessionState" AS ENUM ('proposed', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "ReconciliationSource" AS ENUM ('provider', 'bank');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "AccountKind" ADD VALUE 'refund_due';
ALTER TYPE "AccountKind" ADD VALUE 'suspense';
ALTER TYPE "AccountKind" ADD VALUE 'tax';
ALTER TYPE "AccountKind" ADD VALUE 'dispute';
ALTER TYPE "AccountKind" ADD VALUE 'dispute_loss';

-- AlterEnum
ALTER TYPE "PayoutLineState" ADD VALUE 'returned';

-- AlterEnum
ALTER TYPE "HolderRelation" ADD VALUE 'heir';

-- CreateIndex
CREATE INDEX "Product_status_fromPriceFen_id_idx" ON "Product"("status", "fromPriceFen", "id");

-- AlterTable
ALTER TABLE "IdempotencyKey" ADD COLUMN     "finishedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "WebhookEvent" ADD COLUMN     "account" TEXT,
ADD COLUMN     "endpoint" TEXT NOT NULL DEFAULT 'platform';

-- AlterTable
ALTER TABLE "CommissionRule" ADD COLUMN     "campaign" TEXT,
ADD COLUMN     "craftId" UUID,
ADD COLUMN     "createdById" UUID,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 1000,
ADD COLUMN     "sellerKind" "SellerKind",
ADD COLUMN     "taxBps" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "clientHash" BYTEA;

-- AlterTable
ALTER TABLE "SellerOrder" ADD COLUMN     "cancelNote" TEXT,
ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "lateWarnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "makingSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "OrderLine" ADD COLUMN     "brokerBps" INTEGER,
ADD COLUMN     "brokerFen" BIGINT,
ADD COLUMN     "brokerPartyId" UUID,
ADD COLUMN     "commissionTaxFen" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "abroadAgreedAt" TIMESTAMPTZ(3),
ADD COLUMN     "abroadTextId" UUID,
ADD COLUMN     "offeredMethods" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "exchangeRate" TEXT,
ADD COLUMN     "failureReason" TEXT,
ADD COLUMN     "feeMinor" BIGINT,
ADD COLUMN     "requestedById" UUID,
ADD COLUMN     "route" "RefundRoute" NOT NULL DEFAULT 'provider',
ADD COLUMN     "settlementCurrency" CHAR(3),
ADD COLUMN     "settlementMinor" BIGINT;

-- AlterTable
ALTER TABLE "PayoutBatch" ADD COLUMN     "rail" "PayoutRail" NOT NULL DEFAULT 'bank_file',
ADD COLUMN     "template" TEXT NOT NULL DEFAULT 'standard';

-- AlterTable
ALTER TABLE "PayoutLine" ADD COLUMN     "connectAccountId" UUID,
ADD COLUMN     "nettedFen" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "providerRef" TEXT,
ALTER COLUMN "bankAccountId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Mandate" ADD COLUMN     "cutBps" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "contentType" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "note" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TransferSlip" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "state" "SlipState" NOT NULL DEFAULT 'submitted',
    "reason" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TransferSlip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundLine" (
    "id" UUID NOT NULL,
    "refundId" UUID NOT NULL,
    "sellerOrderId" UUID NOT NULL,
    "orderLineId" UUID,
    "quantity" INTEGER NOT NULL DEFAULT 0,
    "amountFen" BIGINT NOT NULL,
    "commissionFen" BIGINT NOT NULL DEFAULT 0,
    "commissionTaxFen" BIGINT NOT NULL DEFAULT 0,
    "brokerFen" BIGINT NOT NULL DEFAULT 0,
    "bearer" "RefundBearer" NOT NULL DEFAULT 'seller',

    CONSTRAINT "RefundLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "providerRef" TEXT NOT NULL,
    "state" "DisputeState" NOT NULL DEFAULT 'needs_response',
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "settlementMinor" BIGINT,
    "settlementCurrency" CHAR(3),
    "feeMinor" BIGINT,
    "evidenceDueBy" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisputeEvidence" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "attachmentId" UUID,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "DisputeEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisputeEvent" (
    "id" BIGSERIAL NOT NULL,
    "disputeId" UUID NOT NULL,
    "state" "DisputeState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actorUserId" UUID,
    "cause" TEXT NOT NULL,

    CONSTRAINT "DisputeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConnectAccount" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "providerRef" TEXT,
    "country" CHAR(2) NOT NULL,
    "state" "ConnectState" NOT NULL DEFAULT 'onboarding',
    "requirements" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "checkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ConnectAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TransferReversal" (
    "id" UUID NOT NULL,
    "payoutLineId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "state" "ReversalState" NOT NULL DEFAULT 'requested',
    "providerRef" TEXT,
    "failureReason" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TransferReversal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Succession" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "heirPersonId" UUID NOT NULL,
    "relation" "HolderRelation" NOT NULL,
    "attachmentId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "state" "SuccessionState" NOT NULL DEFAULT 'proposed',
    "amountFen" BIGINT,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderEntry" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL DEFAULT 'stripe',
    "providerRef" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "feeMinor" BIGINT NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "sourceRef" TEXT,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,
    "availableOn" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ProviderEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankStatementLine" (
    "id" UUID NOT NULL,
    "bankRef" TEXT NOT NULL,
    "bookedOn" DATE NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "text" TEXT NOT NULL,
    "importedById" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "BankStatementLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReconciliationRun" (
    "id" UUID NOT NULL,
    "source" "ReconciliationSource" NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "finishedAt" TIMESTAMPTZ(3),
    "compared" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReconciliationRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReconciliationDifference" (
    "id" UUID NOT NULL,
    "source" "ReconciliationSource" NOT NULL,
    "kind" TEXT NOT NULL,
    "objectRef" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "booksMinor" BIGINT,
    "otherMinor" BIGINT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "explanation" TEXT,

    CONSTRAINT "ReconciliationDifference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attachment_keyId_idx" ON "Attachment"("keyId");

-- CreateIndex
CREATE INDEX "Attachment_uploadedById_idx" ON "Attachment"("uploadedById");

-- CreateIndex
CREATE INDEX "Alert_closedAt_at_idx" ON "Alert"("closedAt", "at");

-- CreateIndex
CREATE INDEX "Alert_subjectType_subjectId_idx" ON "Alert"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Alert_closedById_idx" ON "Alert"("closedById");

-- CreateIndex
CREATE INDEX "TransferSlip_paymentId_idx" ON "TransferSlip"("paymentId");

-- CreateIndex
CREATE INDEX "TransferSlip_attachmentId_idx" ON "TransferSlip"("attachmentId");

-- CreateIndex
CREATE INDEX "TransferSlip_decidedById_idx" ON "TransferSlip"("decidedById");

-- CreateIndex
CREATE INDEX "TransferSlip_state_submittedAt_idx" ON "TransferSlip"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "RefundLine_refundId_idx" ON "RefundLine"("refundId");

-- CreateIndex
CREATE INDEX "RefundLine_sellerOrderId_idx" ON "RefundLine"("sellerOrderId");

-- CreateIndex
CREATE INDEX "RefundLine_orderLineId_idx" ON "RefundLine"("orderLineId");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_providerRef_key" ON "Dispute"("providerRef");

-- CreateIndex
CREATE INDEX "Dispute_paymentId_idx" ON "Dispute"("paymentId");

-- CreateIndex
CREATE INDEX "Dispute_state_evidenceDueBy_idx" ON "Dispute"("state", "evidenceDueBy");

-- CreateIndex
CREATE INDEX "DisputeEvidence_disputeId_idx" ON "DisputeEvidence"("disputeId");

-- CreateIndex
CREATE INDEX "DisputeEvidence_attachmentId_idx" ON "DisputeEvidence"("attachmentId");

-- CreateIndex
CREATE INDEX "DisputeEvidence_addedById_idx" ON "DisputeEvidence"("addedById");

-- CreateIndex
CREATE INDEX "DisputeEvent_disputeId_id_idx" ON "DisputeEvent"("disputeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ConnectAccount_partyId_key" ON "ConnectAccount"("partyId");

-- CreateIndex
CREATE UNIQUE INDEX "ConnectAccount_providerRef_key" ON "ConnectAccount"("providerRef");

-- CreateIndex
CREATE UNIQUE INDEX "TransferReversal_providerRef_key" ON "TransferReversal"("providerRef");

-- CreateIndex
CREATE INDEX "TransferReversal_payoutLineId_idx" ON "TransferReversal"("payoutLineId");

-- CreateIndex
CREATE INDEX "TransferReversal_createdById_idx" ON "TransferReversal"("createdById");

-- CreateIndex
CREATE INDEX "TransferReversal_state_createdAt_idx" ON "TransferReversal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Succession_partyId_idx" ON "Succession"("partyId");

-- CreateIndex
CREATE INDEX "Succession_heirPersonId_idx" ON "Succession"("heirPersonId");

-- CreateIndex
CREATE INDEX "Succession_attachmentId_idx" ON "Succession"("attachmentId");

-- CreateIndex
CREATE INDEX "Succession_proposedById_idx" ON "Succession"("proposedById");

-- CreateIndex
CREATE INDEX "Succession_decidedById_idx" ON "Succession"("decidedById");

-- CreateIndex
CREATE INDEX "Succession_state_proposedAt_idx" ON "Succession"("state", "proposedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ProviderEntry_providerRef_key" ON "ProviderEntry"("providerRef");

-- CreateIndex
CREATE INDEX "ProviderEntry_bookedAt_idx" ON "ProviderEntry"("bookedAt");

-- CreateIndex
CREATE INDEX "ProviderEntry_sourceRef_idx" ON "ProviderEntry"("sourceRef");

-- CreateIndex
CREATE UNIQUE INDEX "BankStatementLine_bankRef_key" ON "BankStatementLine"("bankRef");

-- CreateIndex
CREATE INDEX "BankStatementLine_bookedOn_idx" ON "BankStatementLine"("bookedOn");

-- CreateIndex
CREATE INDEX "BankStatementLine_importedById_idx" ON "BankStatementLine"("importedById");

-- CreateIndex
CREATE INDEX "ReconciliationRun_source_startedAt_idx" ON "ReconciliationRun"("source", "startedAt");

-- CreateIndex
CREATE INDEX "ReconciliationDifference_closedAt_firstSeenAt_idx" ON "ReconciliationDifference"("closedAt", "firstSeenAt");

-- CreateIndex
CREATE INDEX "ReconciliationDifference_closedById_idx" ON "ReconciliationDifference"("closedById");

-- CreateIndex
CREATE INDEX "IdempotencyKey_finishedAt_lockedUntil_idx" ON "IdempotencyKey"("finishedAt", "lockedUntil");

-- CreateIndex
CREATE INDEX "CommissionRule_craftId_idx" ON "CommissionRule"("craftId");

-- CreateIndex
CREATE INDEX "CommissionRule_createdById_idx" ON "CommissionRule"("createdById");

-- CreateIndex
CREATE INDEX "Order_clientHash_status_idx" ON "Order"("clientHash", "status");

-- CreateIndex
CREATE INDEX "OrderLine_brokerPartyId_idx" ON "OrderLine"("brokerPartyId");

-- CreateIndex
CREATE INDEX "Payment_abroadTextId_idx" ON "Payment"("abroadTextId");

-- CreateIndex
CREATE INDEX "Refund_requestedById_idx" ON "Refund"("requestedById");

-- CreateIndex
CREATE UNIQUE INDEX "PayoutLine_providerRef_key" ON "PayoutLine"("providerRef");

-- CreateIndex
CREATE INDEX "PayoutLine_connectAccountId_idx" ON "PayoutLine"("connectAccountId");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionRule" ADD CONSTRAINT "CommissionRule_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionRule" ADD CONSTRAINT "CommissionRule_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_brokerPartyId_fkey" FOREIGN KEY ("brokerPartyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_abroadTextId_fkey" FOREIGN KEY ("abroadTextId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferSlip" ADD CONSTRAINT "TransferSlip_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferSlip" ADD CONSTRAINT "TransferSlip_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferSlip" ADD CONSTRAINT "TransferSlip_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisputeEvidence" ADD CONSTRAINT "DisputeEvidence_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisputeEvidence" ADD CONSTRAINT "DisputeEvidence_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisputeEvidence" ADD CONSTRAINT "DisputeEvidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisputeEvent" ADD CONSTRAINT "DisputeEvent_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutLine" ADD CONSTRAINT "PayoutLine_connectAccountId_fkey" FOREIGN KEY ("connectAccountId") REFERENCES "ConnectAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectAccount" ADD CONSTRAINT "ConnectAccount_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferReversal" ADD CONSTRAINT "TransferReversal_payoutLineId_fkey" FOREIGN KEY ("payoutLineId") REFERENCES "PayoutLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferReversal" ADD CONSTRAINT "TransferReversal_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_heirPersonId_fkey" FOREIGN KEY ("heirPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankStatementLine" ADD CONSTRAINT "BankStatementLine_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReconciliationDifference" ADD CONSTRAINT "ReconciliationDifference_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does ---------------------------------------------------------------------

UPDATE "IdempotencyKey" SET "finishedAt" = "createdAt" WHERE response IS NOT NULL;

-- commission rules: the first that matches wins, so that two never answer at once; a version only ever ends
ALTER TABLE "CommissionRule" DROP CONSTRAINT "CommissionRule_no_overlap",
  ADD CONSTRAINT "CommissionRule_no_overlap" EXCLUDE USING gist (priority WITH =, tstzrange("validFrom", "validTo") WITH &&),
  ADD CONSTRAINT "CommissionRule_range" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "CommissionRule_tax" CHECK ("taxBps" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "CommissionRule_campaign" CHECK (campaign <> '');
CREATE TRIGGER keep_the_past BEFORE UPDATE ON "CommissionRule" FOR EACH ROW
  EXECUTE FUNCTION keep_the_past('priority', 'craftId', 'sellerKind', 'campaign', 'bps', 'taxBps', 'validFrom', 'createdById');

ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_cut" CHECK ("cutBps" BETWEEN 0 AND "capBps");
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_commission_tax" CHECK ("commissionTaxFen" BETWEEN 0 AND "commissionFen"),
  ADD CONSTRAINT "OrderLine_broker" CHECK (num_nonnulls("brokerPartyId", "brokerBps", "brokerFen") IN (0, 3)
    AND "brokerBps" BETWEEN 0 AND 10000 AND "brokerFen" >= 0 AND coalesce("brokerFen", 0) + "commissionFen" <= "amountFen");
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_cancelled" CHECK ("cancelledAt" IS NULL OR status = 'cancelled');

ALTER TABLE "Payment" ADD CONSTRAINT "Payment_abroad" CHECK (("abroadTextId" IS NULL) = ("abroadAgreedAt" IS NULL));
ALTER TABLE "TransferSlip" ADD CONSTRAINT "TransferSlip_decided" CHECK ((state = 'submitted') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL)),
  ADD CONSTRAINT "TransferSlip_says_why" CHECK (state <> 'refused' OR reason <> '');
CREATE UNIQUE INDEX "TransferSlip_one_accepted" ON "TransferSlip" ("paymentId") WHERE state = 'accepted';
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_size" CHECK ("byteLength" > 0),
  ADD CONSTRAINT "Attachment_type" CHECK ("contentType" IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf'));
CREATE UNIQUE INDEX "Alert_one_open" ON "Alert" (kind, "subjectType", "subjectId") WHERE "closedAt" IS NULL;

-- refunds by line: they sum to the refund; what is given back of a line or of postage never exceeds what was paid for it
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_amounts" CHECK (quantity >= 0 AND "amountFen" > 0 AND "commissionFen" BETWEEN 0 AND "amountFen"
    AND "commissionTaxFen" BETWEEN 0 AND "commissionFen" AND "brokerFen" >= 0 AND "commissionFen" + "brokerFen" <= "amountFen"),
  ADD CONSTRAINT "RefundLine_postage" CHECK ("orderLineId" IS NOT NULL OR (quantity = 0 AND "commissionFen" = 0 AND "brokerFen" = 0));

CREATE FUNCTION refund_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_payment uuid; given record; sold record;
BEGIN
  SELECT "paymentId" INTO the_payment FROM "Refund" WHERE id = NEW."refundId";
  -- all refunds of one payment take turns
  PERFORM 1 FROM "Payment" WHERE id = the_payment FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "SellerOrder" so JOIN "OrderDue" d ON d."orderId" = so."orderId" JOIN "Payment" p ON p."dueId" = d.id
                 WHERE so.id = NEW."sellerOrderId" AND p.id = the_payment) THEN
    RAISE EXCEPTION 'a refund gives back what its own payment paid for' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."orderLineId" IS NULL THEN
    SELECT coalesce(sum(l."amountFen"), 0) AS amount INTO given FROM "RefundLine" l JOIN "Refund" r ON r.id = l."refundId"
      WHERE l."sellerOrderId" = NEW."sellerOrderId" AND l."orderLineId" IS NULL AND l.id <> NEW.id AND r.state <> 'failed';
    IF given.amount + NEW."amountFen" > (SELECT "postageFen" FROM "SellerOrder" WHERE id = NEW."sellerOrderId") THEN
      RAISE EXCEPTION 'no more postage is given back than was paid' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT "sellerOrderId", quantity, "amountFen", "commissionFen", "commissionTaxFen", coalesce("brokerFen", 0) AS "brokerFen" INTO sold FROM "OrderLine" WHERE id = NEW."orderLineId";
  SELECT coalesce(sum(l.quantity), 0) AS quantity, coalesce(sum(l."amountFen"), 0) AS amount, coalesce(sum(l."commissionFen"), 0) AS commission,
      coalesce(sum(l."commissionTaxFen"), 0) AS tax, coalesce(sum(l."brokerFen"), 0) AS broker INTO given
    FROM "RefundLine" l JOIN "Refund" r ON r.id = l."refundId"
    WHERE l."orderLineId" = NEW."orderLineId" AND l.id <> NEW.id AND r.state <> 'failed';
  IF sold."sellerOrderId" <> NEW."sellerOrderId" OR given.quantity + NEW.quantity > sold.quantity OR given.amount + NEW."amountFen" > sold."amountFen"
     OR given.commission + NEW."commissionFen" > sold."commissionFen" OR given.tax + NEW."commissionTaxFen" > sold."commissionTaxFen"
     OR given.broker + NEW."brokerFen" > sold."brokerFen" THEN
    RAISE EXCEPTION 'no more of a line is given back than was sold' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_line_fits BEFORE INSERT ON "RefundLine" FOR EACH ROW EXECUTE FUNCTION refund_line_fits();

CREATE FUNCTION refund_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountFen") FROM "RefundLine" WHERE "refundId" = NEW."refundId") <> (SELECT "amountMinor" FROM "Refund" WHERE id = NEW."refundId") THEN
    RAISE EXCEPTION 'the lines of refund % do not sum to it', NEW."refundId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER refund_adds_up AFTER INSERT ON "RefundLine" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refund_adds_up();

ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_amount" CHECK ("amountMinor" > 0),
  ADD CONSTRAINT "Dispute_closed" CHECK ((state IN ('won', 'lost')) = ("closedAt" IS NOT NULL));
ALTER TABLE "DisputeEvidence" ADD CONSTRAINT "DisputeEvidence_text_or_file" CHECK (num_nonnulls(text, "attachmentId") = 1 AND kind <> '');

-- payouts
ALTER TABLE "PayoutLine" ADD CONSTRAINT "PayoutLine_where_to" CHECK (num_nonnulls("bankAccountId", "connectAccountId") = 1),
  ADD CONSTRAINT "PayoutLine_netted" CHECK ("nettedFen" >= 0);
ALTER TABLE "ConnectAccount" ADD CONSTRAINT "ConnectAccount_country" CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE "TransferReversal" ADD CONSTRAINT "TransferReversal_amount" CHECK ("amountFen" > 0);
CREATE FUNCTION reversal_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE sent bigint;
BEGIN
  SELECT "amountFen" INTO sent FROM "PayoutLine" WHERE id = NEW."payoutLineId" FOR NO KEY UPDATE;
  IF NEW."amountFen" + (SELECT coalesce(sum("amountFen"), 0) FROM "TransferReversal" WHERE "payoutLineId" = NEW."payoutLineId" AND id <> NEW.id AND state <> 'failed') > sent THEN
    RAISE EXCEPTION 'no more of a transfer is taken back than was sent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reversal_fits BEFORE INSERT OR UPDATE OF "amountFen", state ON "TransferReversal" FOR EACH ROW WHEN (NEW.state <> 'failed') EXECUTE FUNCTION reversal_fits();
ALTER TABLE "Succession" ADD CONSTRAINT "Succession_two_people" CHECK ("decidedById" <> "proposedById"),
  ADD CONSTRAINT "Succession_decided" CHECK ((state = 'proposed') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL)),
  ADD CONSTRAINT "Succession_says_why" CHECK (note <> '');
CREATE UNIQUE INDEX "Succession_one_open" ON "Succession" ("partyId") WHERE state = 'proposed';

-- reconciliation
ALTER TABLE "BankStatementLine" ADD CONSTRAINT "BankStatementLine_amount" CHECK ("amountMinor" <> 0);
ALTER TABLE "ReconciliationDifference" ADD CONSTRAINT "ReconciliationDifference_sides" CHECK (num_nonnulls("booksMinor", "otherMinor") >= 1),
  ADD CONSTRAINT "ReconciliationDifference_explained" CHECK ("closedById" IS NULL OR ("closedAt" IS NOT NULL AND explanation <> ''));
CREATE UNIQUE INDEX "ReconciliationDifference_one_open" ON "ReconciliationDifference" (source, kind, "objectRef") WHERE "closedAt" IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RefundLine', 'DisputeEvent', 'DisputeEvidence', 'BankStatementLine'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', t);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', t);
  END LOOP;
END $$;
