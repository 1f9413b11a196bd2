-- Extensions (trusted: the database's owner may create them) and the shop's clock, which every timestamp default calls.
CREATE EXTENSION IF NOT EXISTS ltree;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  -- whole milliseconds, as the columns keep them: a row made now never lies after now
  RETURN date_trunc('milliseconds', now()) + make_interval(secs => coalesce((SELECT "offsetSeconds" FROM public."Clock" WHERE id = 1), 0));
END $$;


-- CreateEnum
CREATE TYPE "Role" AS ENUM ('buyer', 'artisan', 'broker', 'coordinator', 'finance', 'admin');

-- CreateEnum
CREATE TYPE "CodePurpose" AS ENUM ('sign_in', 'order_access');

-- CreateEnum
CREATE TYPE "WebhookEventState" AS ENUM ('received', 'processed', 'ignored', 'quarantined');

-- CreateEnum
CREATE TYPE "ProductStatus" AS ENUM ('draft', 'on_sale', 'paused', 'withdrawn');

-- CreateEnum
CREATE TYPE "TextSource" AS ENUM ('maker', 'coordinator', 'translated');

-- CreateEnum
CREATE TYPE "RevisionState" AS ENUM ('draft', 'submitted', 'changes_requested', 'approved');

-- CreateEnum
CREATE TYPE "MediaState" AS ENUM ('ready', 'broken');

-- CreateEnum
CREATE TYPE "MakeMode" AS ENUM ('stock', 'made_to_order', 'one_of_a_kind');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('retail', 'ahead', 'trade', 'contract', 'fair');

-- CreateEnum
CREATE TYPE "StockKind" AS ENUM ('piece', 'material');

-- CreateEnum
CREATE TYPE "MovementKind" AS ENUM ('count', 'sold', 'returned');

-- CreateEnum
CREATE TYPE "ReservationState" AS ENUM ('held', 'claimed', 'released');

-- CreateEnum
CREATE TYPE "NoHouseholdReason" AS ENUM ('not_registered', 'unverified', 'no_person');

-- CreateEnum
CREATE TYPE "IncomeSource" AS ENUM ('sale', 'piecework');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('clearing', 'held', 'payable', 'in_transit', 'bank', 'commission', 'payment_fee', 'fx_difference', 'promotion', 'seller_debt', 'refund_loss', 'loan_instalment');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('pending_payment', 'paid', 'expired', 'cancelled');

-- CreateEnum
CREATE TYPE "SellerOrderStatus" AS ENUM ('pending_payment', 'to_ship', 'shipped', 'received', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "ReceivedHow" AS ENUM ('buyer', 'carrier', 'lapse');

-- CreateEnum
CREATE TYPE "LineSource" AS ENUM ('listing', 'quote');

-- CreateEnum
CREATE TYPE "MakerBasis" AS ENUM ('share', 'piece');

-- CreateEnum
CREATE TYPE "DueKind" AS ENUM ('full', 'deposit', 'prepayment', 'milestone', 'balance');

-- CreateEnum
CREATE TYPE "DueState" AS ENUM ('open', 'paid', 'void');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('created', 'open', 'paid', 'failed', 'expired', 'quarantined');

-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('requested', 'sent', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "PayoutBatchState" AS ENUM ('prepared', 'approved', 'settled', 'cancelled');

-- CreateEnum
CREATE TYPE "PayoutLineState" AS ENUM ('prepared', 'in_transit', 'paid', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "PersonField" AS ENUM ('phone', 'id_number', 'email');

-- CreateEnum
CREATE TYPE "ConsentMeans" AS ENUM ('code', 'voice', 'signature');

-- CreateEnum
CREATE TYPE "RegionLevel" AS ENUM ('province', 'city', 'county', 'town', 'village');

-- CreateEnum
CREATE TYPE "SellerKind" AS ENUM ('individual', 'workshop', 'company', 'base', 'institution');

-- CreateEnum
CREATE TYPE "SellerStatus" AS ENUM ('applying', 'active', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "SellerPersonRole" AS ENUM ('owner', 'maker', 'staff', 'helper');

-- CreateEnum
CREATE TYPE "PartyKind" AS ENUM ('person', 'seller', 'organisation', 'system');

-- CreateEnum
CREATE TYPE "HolderRelation" AS ENUM ('self', 'spouse', 'parent', 'child', 'sibling', 'other');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserRole" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "regionId" UUID,
    "sellerId" UUID,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "validTo" TIMESTAMPTZ(3),
    "grantedById" UUID,

    CONSTRAINT "UserRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "device" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" UUID NOT NULL,
    "purpose" "CodePurpose" NOT NULL,
    "phoneIndex" BYTEA NOT NULL,
    "orderId" UUID,
    "codeHash" BYTEA NOT NULL,
    "addressHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "consumedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetSeconds" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "validTo" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextVersion" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "TextVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL,
    "actorKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "recoveryPoint" TEXT NOT NULL,
    "response" JSONB,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("actorKey","key")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "state" "WebhookEventState" NOT NULL DEFAULT 'received',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "processedAt" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actorUserId" UUID,
    "onBehalfOfId" UUID,
    "role" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Craft" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "sentenceZh" TEXT NOT NULL,
    "sentenceEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "mediaId" UUID,

    CONSTRAINT "Craft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Skill" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "craftId" UUID NOT NULL,
    "sinceYear" INTEGER,
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "sellerId" UUID NOT NULL,
    "craftId" UUID NOT NULL,
    "status" "ProductStatus" NOT NULL DEFAULT 'draft',
    "makingMinutes" INTEGER,
    "fromPriceFen" BIGINT,
    "search" tsvector,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductText" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "materials" TEXT NOT NULL,
    "size" TEXT,
    "care" TEXT,
    "source" "TextSource" NOT NULL DEFAULT 'maker',
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProductText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingRevision" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "RevisionState" NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewedById" UUID,
    "reasonCode" TEXT,
    "reasonText" TEXT,

    CONSTRAINT "ListingRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingEvent" (
    "id" BIGSERIAL NOT NULL,
    "revisionId" UUID NOT NULL,
    "state" "RevisionState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actorUserId" UUID,
    "reasonCode" TEXT,
    "reasonText" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "ListingEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "id" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "sellerId" UUID,
    "state" "MediaState" NOT NULL DEFAULT 'ready',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "altZh" TEXT,
    "altEn" TEXT,
    "shot" TEXT,
    "colour" TEXT,
    "avifAt" TIMESTAMPTZ(3),
    "sampleFile" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductMedia" (
    "productId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ProductMedia_pkey" PRIMARY KEY ("productId","mediaId")
);

-- CreateTable
CREATE TABLE "Variant" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "nameZh" TEXT,
    "nameEn" TEXT,
    "makeMode" "MakeMode" NOT NULL,
    "makeDays" INTEGER,
    "weeklyCapacity" INTEGER,
    "weightGrams" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceTier" (
    "id" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'retail',
    "minQuantity" INTEGER NOT NULL DEFAULT 1,
    "unitPriceFen" BIGINT NOT NULL,

    CONSTRAINT "PriceTier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockItem" (
    "id" UUID NOT NULL,
    "ownerPartyId" UUID NOT NULL,
    "holderPartyId" UUID NOT NULL,
    "kind" "StockKind" NOT NULL,
    "variantId" UUID,
    "materialName" TEXT,
    "onHand" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockMovement" (
    "id" BIGSERIAL NOT NULL,
    "stockItemId" UUID NOT NULL,
    "kind" "MovementKind" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "orderLineId" UUID,
    "actorUserId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "StockMovement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockReservation" (
    "id" UUID NOT NULL,
    "stockItemId" UUID NOT NULL,
    "orderLineId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" "ReservationState" NOT NULL DEFAULT 'held',
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockReservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodeTerm" (
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "CodeTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Household" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "regionId" UUID NOT NULL,
    "sourceDocument" TEXT NOT NULL,
    "enteredById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseholdMember" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "evidence" TEXT NOT NULL,
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HouseholdMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseholdStatus" (
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "HouseholdStatus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseholdLink" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "memberId" UUID,
    "noReason" "NoHouseholdReason",
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "evidence" TEXT NOT NULL,
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "HouseholdLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncomeAttribution" (
    "id" UUID NOT NULL,
    "ledgerEntryId" BIGINT NOT NULL,
    "lineMakerId" UUID,
    "personId" UUID,
    "householdId" UUID,
    "noHouseholdReason" "NoHouseholdReason",
    "statusTermId" UUID,
    "regionId" UUID NOT NULL,
    "earnedOn" DATE NOT NULL,
    "source" "IncomeSource" NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "IncomeAttribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerAccount" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "LedgerAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerTransaction" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "legs" INTEGER NOT NULL,
    "orderId" UUID,
    "sellerOrderId" UUID,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "transactionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "orderLineId" UUID,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartLine" (
    "cartId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("cartId","variantId")
);

-- CreateTable
CREATE TABLE "CommissionRule" (
    "id" UUID NOT NULL,
    "bps" INTEGER NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "validTo" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "CommissionRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostageRule" (
    "id" UUID NOT NULL,
    "parcelFen" BIGINT NOT NULL,
    "freeFromFen" BIGINT,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "validTo" TIMESTAMPTZ(3),

    CONSTRAINT "PostageRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'retail',
    "status" "OrderStatus" NOT NULL DEFAULT 'pending_payment',
    "buyerPartyId" UUID,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "itemsFen" BIGINT NOT NULL,
    "postageFen" BIGINT NOT NULL,
    "totalFen" BIGINT NOT NULL,
    "accessHash" BYTEA NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "note" TEXT,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "payBy" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderContact" (
    "orderId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "phoneIndex" BYTEA NOT NULL,
    "regionCode" TEXT NOT NULL,

    CONSTRAINT "OrderContact_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderId" UUID NOT NULL,
    "status" "OrderStatus" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actorUserId" UUID,
    "cause" TEXT NOT NULL,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SellerOrder" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "status" "SellerOrderStatus" NOT NULL DEFAULT 'pending_payment',
    "itemsFen" BIGINT NOT NULL,
    "postageFen" BIGINT NOT NULL,
    "postageRuleId" UUID,
    "shipBy" DATE,
    "shippedAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "receivedHow" "ReceivedHow",
    "completeAfter" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SellerOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SellerOrderEvent" (
    "id" BIGSERIAL NOT NULL,
    "sellerOrderId" UUID NOT NULL,
    "status" "SellerOrderStatus" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actorUserId" UUID,
    "cause" TEXT NOT NULL,

    CONSTRAINT "SellerOrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" UUID NOT NULL,
    "sellerOrderId" UUID NOT NULL,
    "source" "LineSource" NOT NULL DEFAULT 'listing',
    "variantId" UUID,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT,
    "specification" JSONB NOT NULL,
    "makeMode" "MakeMode" NOT NULL,
    "makeDays" INTEGER,
    "quantity" INTEGER NOT NULL,
    "priceFen" BIGINT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "commissionRuleId" UUID NOT NULL,
    "commissionBps" INTEGER NOT NULL,
    "commissionFen" BIGINT NOT NULL,
    "mediaId" UUID,
    "agreedTextId" UUID,
    "agreedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LineMaker" (
    "id" UUID NOT NULL,
    "orderLineId" UUID NOT NULL,
    "personId" UUID,
    "quantity" INTEGER NOT NULL,
    "accepted" INTEGER,
    "basis" "MakerBasis" NOT NULL DEFAULT 'share',
    "rate" BIGINT NOT NULL,

    CONSTRAINT "LineMaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderDue" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "DueKind" NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "condition" TEXT,
    "state" "DueState" NOT NULL DEFAULT 'open',

    CONSTRAINT "OrderDue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shipment" (
    "id" UUID NOT NULL,
    "sellerOrderId" UUID NOT NULL,
    "fromPartyId" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "trackingNumber" TEXT NOT NULL,
    "shippedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShipmentLine" (
    "shipmentId" UUID NOT NULL,
    "orderLineId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "ShipmentLine_pkey" PRIMARY KEY ("shipmentId","orderLineId")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "dueId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'created',
    "gateway" TEXT NOT NULL DEFAULT 'stripe',
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "sessionId" TEXT,
    "sessionUrl" TEXT,
    "paymentRef" TEXT,
    "method" TEXT,
    "settlementMinor" BIGINT,
    "settlementCurrency" CHAR(3),
    "feeMinor" BIGINT,
    "exchangeRate" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentEvent" (
    "id" BIGSERIAL NOT NULL,
    "paymentId" UUID NOT NULL,
    "state" "PaymentState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "cause" TEXT NOT NULL,

    CONSTRAINT "PaymentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'requested',
    "providerRef" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundEvent" (
    "id" BIGSERIAL NOT NULL,
    "refundId" UUID NOT NULL,
    "state" "RefundState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "cause" TEXT NOT NULL,

    CONSTRAINT "RefundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayoutBatch" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" "PayoutBatchState" NOT NULL DEFAULT 'prepared',
    "lineCount" INTEGER NOT NULL,
    "totalFen" BIGINT NOT NULL,
    "preparedById" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "fileChecksum" TEXT,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PayoutBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayoutLine" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "partyId" UUID NOT NULL,
    "bankAccountId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "amountFen" BIGINT NOT NULL,
    "state" "PayoutLineState" NOT NULL DEFAULT 'prepared',
    "failureReason" TEXT,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PayoutLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayoutEvent" (
    "id" BIGSERIAL NOT NULL,
    "batchId" UUID NOT NULL,
    "state" "PayoutBatchState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actorUserId" UUID,
    "note" TEXT,

    CONSTRAINT "PayoutEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataKey" (
    "id" UUID NOT NULL,
    "wrapped" BYTEA,
    "kekId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "destroyedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "dataKeyId" UUID NOT NULL,
    "name" TEXT,
    "birthYear" INTEGER,
    "regionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonSecret" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "field" "PersonField" NOT NULL,
    "keyId" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "blindIndex" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "PersonSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "textVersionId" UUID NOT NULL,
    "means" "ConsentMeans" NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "withdrawnAt" TIMESTAMPTZ(3),
    "recordedById" UUID,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Region" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "level" "RegionLevel" NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "parentId" UUID,
    "path" ltree NOT NULL DEFAULT ''::ltree,
    "ancestorIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "validFrom" DATE NOT NULL DEFAULT '1949-10-01'::date,
    "validTo" DATE,
    "replacedById" UUID,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionName" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "RegionName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seller" (
    "id" UUID NOT NULL,
    "kind" "SellerKind" NOT NULL,
    "status" "SellerStatus" NOT NULL DEFAULT 'applying',
    "slug" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "sealText" TEXT NOT NULL,
    "regionId" UUID NOT NULL,
    "countyId" UUID NOT NULL,
    "wordsZh" TEXT,
    "wordsEn" TEXT,
    "makerName" TEXT,
    "yearsAtCraft" INTEGER,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "weeklyCapacity" INTEGER,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Seller_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SellerPerson" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "SellerPersonRole" NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "SellerPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "agentPersonId" UUID NOT NULL,
    "scope" TEXT[],
    "capBps" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "signedByPrincipalAt" TIMESTAMPTZ(3),
    "signedByAgentAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Party" (
    "id" UUID NOT NULL,
    "kind" "PartyKind" NOT NULL,
    "personId" UUID,
    "sellerId" UUID,
    "organisationId" UUID,
    "system" TEXT,

    CONSTRAINT "Party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "creditCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankAccount" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "holderCipher" BYTEA NOT NULL,
    "numberCipher" BYTEA NOT NULL,
    "last4" CHAR(4) NOT NULL,
    "bankName" TEXT NOT NULL,
    "relation" "HolderRelation" NOT NULL DEFAULT 'self',
    "holderPersonId" UUID,
    "consentId" UUID,
    "usableFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "BankAccount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_personId_key" ON "User"("personId");

-- CreateIndex
CREATE INDEX "UserRole_userId_idx" ON "UserRole"("userId");

-- CreateIndex
CREATE INDEX "UserRole_regionId_idx" ON "UserRole"("regionId");

-- CreateIndex
CREATE INDEX "UserRole_sellerId_idx" ON "UserRole"("sellerId");

-- CreateIndex
CREATE INDEX "UserRole_grantedById_idx" ON "UserRole"("grantedById");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "OneTimeCode_phoneIndex_purpose_createdAt_idx" ON "OneTimeCode"("phoneIndex", "purpose", "createdAt");

-- CreateIndex
CREATE INDEX "OneTimeCode_addressHash_createdAt_idx" ON "OneTimeCode"("addressHash", "createdAt");

-- CreateIndex
CREATE INDEX "OneTimeCode_orderId_idx" ON "OneTimeCode"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Setting_key_validFrom_key" ON "Setting"("key", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "TextVersion_kind_version_locale_key" ON "TextVersion"("kind", "version", "locale");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "WebhookEvent_state_receivedAt_idx" ON "WebhookEvent"("state", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEvent_provider_providerId_key" ON "WebhookEvent"("provider", "providerId");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_id_idx" ON "AuditEvent"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_actorUserId_idx" ON "AuditEvent"("actorUserId");

-- CreateIndex
CREATE INDEX "AuditEvent_onBehalfOfId_idx" ON "AuditEvent"("onBehalfOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Craft_code_key" ON "Craft"("code");

-- CreateIndex
CREATE INDEX "Craft_mediaId_idx" ON "Craft"("mediaId");

-- CreateIndex
CREATE INDEX "Skill_craftId_idx" ON "Skill"("craftId");

-- CreateIndex
CREATE INDEX "Skill_verifiedById_idx" ON "Skill"("verifiedById");

-- CreateIndex
CREATE UNIQUE INDEX "Skill_personId_craftId_key" ON "Skill"("personId", "craftId");

-- CreateIndex
CREATE UNIQUE INDEX "Product_slug_key" ON "Product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Product_serial_key" ON "Product"("serial");

-- CreateIndex
CREATE INDEX "Product_status_publishedAt_id_idx" ON "Product"("status", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Product_craftId_status_publishedAt_id_idx" ON "Product"("craftId", "status", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Product_sellerId_status_idx" ON "Product"("sellerId", "status");

-- CreateIndex
CREATE INDEX "ProductText_reviewedById_idx" ON "ProductText"("reviewedById");

-- CreateIndex
CREATE UNIQUE INDEX "ProductText_productId_locale_key" ON "ProductText"("productId", "locale");

-- CreateIndex
CREATE INDEX "ListingRevision_state_submittedAt_idx" ON "ListingRevision"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "ListingRevision_submittedById_idx" ON "ListingRevision"("submittedById");

-- CreateIndex
CREATE INDEX "ListingRevision_reviewedById_idx" ON "ListingRevision"("reviewedById");

-- CreateIndex
CREATE UNIQUE INDEX "ListingRevision_productId_number_key" ON "ListingRevision"("productId", "number");

-- CreateIndex
CREATE INDEX "ListingEvent_revisionId_id_idx" ON "ListingEvent"("revisionId", "id");

-- CreateIndex
CREATE INDEX "Media_contentHash_idx" ON "Media"("contentHash");

-- CreateIndex
CREATE INDEX "Media_sellerId_idx" ON "Media"("sellerId");

-- CreateIndex
CREATE INDEX "ProductMedia_mediaId_idx" ON "ProductMedia"("mediaId");

-- CreateIndex
CREATE INDEX "Variant_productId_position_idx" ON "Variant"("productId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PriceTier_variantId_channel_minQuantity_key" ON "PriceTier"("variantId", "channel", "minQuantity");

-- CreateIndex
CREATE UNIQUE INDEX "StockItem_variantId_key" ON "StockItem"("variantId");

-- CreateIndex
CREATE INDEX "StockItem_ownerPartyId_idx" ON "StockItem"("ownerPartyId");

-- CreateIndex
CREATE INDEX "StockItem_holderPartyId_idx" ON "StockItem"("holderPartyId");

-- CreateIndex
CREATE INDEX "StockMovement_stockItemId_id_idx" ON "StockMovement"("stockItemId", "id");

-- CreateIndex
CREATE INDEX "StockMovement_orderLineId_idx" ON "StockMovement"("orderLineId");

-- CreateIndex
CREATE UNIQUE INDEX "StockReservation_orderLineId_key" ON "StockReservation"("orderLineId");

-- CreateIndex
CREATE INDEX "StockReservation_stockItemId_idx" ON "StockReservation"("stockItemId");

-- CreateIndex
CREATE UNIQUE INDEX "CodeTerm_list_code_key" ON "CodeTerm"("list", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Household_code_key" ON "Household"("code");

-- CreateIndex
CREATE INDEX "Household_regionId_code_idx" ON "Household"("regionId", "code");

-- CreateIndex
CREATE INDEX "Household_enteredById_idx" ON "Household"("enteredById");

-- CreateIndex
CREATE INDEX "HouseholdMember_personId_validFrom_idx" ON "HouseholdMember"("personId", "validFrom");

-- CreateIndex
CREATE INDEX "HouseholdMember_householdId_validFrom_idx" ON "HouseholdMember"("householdId", "validFrom");

-- CreateIndex
CREATE INDEX "HouseholdMember_verifiedById_idx" ON "HouseholdMember"("verifiedById");

-- CreateIndex
CREATE INDEX "HouseholdStatus_householdId_validFrom_idx" ON "HouseholdStatus"("householdId", "validFrom");

-- CreateIndex
CREATE INDEX "HouseholdStatus_termId_idx" ON "HouseholdStatus"("termId");

-- CreateIndex
CREATE INDEX "HouseholdLink_personId_validFrom_idx" ON "HouseholdLink"("personId", "validFrom");

-- CreateIndex
CREATE INDEX "HouseholdLink_memberId_idx" ON "HouseholdLink"("memberId");

-- CreateIndex
CREATE INDEX "HouseholdLink_verifiedById_idx" ON "HouseholdLink"("verifiedById");

-- CreateIndex
CREATE INDEX "HouseholdLink_endedById_idx" ON "HouseholdLink"("endedById");

-- CreateIndex
CREATE INDEX "IncomeAttribution_householdId_earnedOn_idx" ON "IncomeAttribution"("householdId", "earnedOn");

-- CreateIndex
CREATE INDEX "IncomeAttribution_regionId_earnedOn_idx" ON "IncomeAttribution"("regionId", "earnedOn");

-- CreateIndex
CREATE INDEX "IncomeAttribution_personId_earnedOn_idx" ON "IncomeAttribution"("personId", "earnedOn");

-- CreateIndex
CREATE INDEX "IncomeAttribution_ledgerEntryId_idx" ON "IncomeAttribution"("ledgerEntryId");

-- CreateIndex
CREATE INDEX "IncomeAttribution_lineMakerId_idx" ON "IncomeAttribution"("lineMakerId");

-- CreateIndex
CREATE INDEX "IncomeAttribution_statusTermId_idx" ON "IncomeAttribution"("statusTermId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerAccount_name_key" ON "LedgerAccount"("name");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerAccount_partyId_kind_currency_key" ON "LedgerAccount"("partyId", "kind", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_reference_key" ON "LedgerTransaction"("reference");

-- CreateIndex
CREATE INDEX "LedgerTransaction_orderId_idx" ON "LedgerTransaction"("orderId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_sellerOrderId_idx" ON "LedgerTransaction"("sellerOrderId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_kind_occurredAt_idx" ON "LedgerTransaction"("kind", "occurredAt");

-- CreateIndex
CREATE INDEX "LedgerEntry_transactionId_idx" ON "LedgerEntry"("transactionId");

-- CreateIndex
CREATE INDEX "LedgerEntry_accountId_id_idx" ON "LedgerEntry"("accountId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_orderLineId_idx" ON "LedgerEntry"("orderLineId");

-- CreateIndex
CREATE UNIQUE INDEX "Cart_tokenHash_key" ON "Cart"("tokenHash");

-- CreateIndex
CREATE INDEX "Cart_userId_idx" ON "Cart"("userId");

-- CreateIndex
CREATE INDEX "Cart_updatedAt_idx" ON "Cart"("updatedAt");

-- CreateIndex
CREATE INDEX "CartLine_variantId_idx" ON "CartLine"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_accessHash_key" ON "Order"("accessHash");

-- CreateIndex
CREATE INDEX "Order_buyerPartyId_placedAt_idx" ON "Order"("buyerPartyId", "placedAt");

-- CreateIndex
CREATE INDEX "Order_status_payBy_idx" ON "Order"("status", "payBy");

-- CreateIndex
CREATE INDEX "OrderContact_keyId_idx" ON "OrderContact"("keyId");

-- CreateIndex
CREATE INDEX "OrderContact_phoneIndex_idx" ON "OrderContact"("phoneIndex");

-- CreateIndex
CREATE INDEX "OrderEvent_orderId_id_idx" ON "OrderEvent"("orderId", "id");

-- CreateIndex
CREATE INDEX "SellerOrder_sellerId_status_shipBy_idx" ON "SellerOrder"("sellerId", "status", "shipBy");

-- CreateIndex
CREATE INDEX "SellerOrder_status_shippedAt_idx" ON "SellerOrder"("status", "shippedAt");

-- CreateIndex
CREATE INDEX "SellerOrder_status_completeAfter_idx" ON "SellerOrder"("status", "completeAfter");

-- CreateIndex
CREATE INDEX "SellerOrder_postageRuleId_idx" ON "SellerOrder"("postageRuleId");

-- CreateIndex
CREATE UNIQUE INDEX "SellerOrder_orderId_sellerId_key" ON "SellerOrder"("orderId", "sellerId");

-- CreateIndex
CREATE INDEX "SellerOrderEvent_sellerOrderId_id_idx" ON "SellerOrderEvent"("sellerOrderId", "id");

-- CreateIndex
CREATE INDEX "OrderLine_sellerOrderId_idx" ON "OrderLine"("sellerOrderId");

-- CreateIndex
CREATE INDEX "OrderLine_variantId_idx" ON "OrderLine"("variantId");

-- CreateIndex
CREATE INDEX "OrderLine_commissionRuleId_idx" ON "OrderLine"("commissionRuleId");

-- CreateIndex
CREATE INDEX "OrderLine_mediaId_idx" ON "OrderLine"("mediaId");

-- CreateIndex
CREATE INDEX "OrderLine_agreedTextId_idx" ON "OrderLine"("agreedTextId");

-- CreateIndex
CREATE INDEX "LineMaker_orderLineId_idx" ON "LineMaker"("orderLineId");

-- CreateIndex
CREATE INDEX "LineMaker_personId_idx" ON "LineMaker"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderDue_orderId_seq_key" ON "OrderDue"("orderId", "seq");

-- CreateIndex
CREATE INDEX "Shipment_sellerOrderId_idx" ON "Shipment"("sellerOrderId");

-- CreateIndex
CREATE INDEX "Shipment_fromPartyId_idx" ON "Shipment"("fromPartyId");

-- CreateIndex
CREATE INDEX "ShipmentLine_orderLineId_idx" ON "ShipmentLine"("orderLineId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_sessionId_key" ON "Payment"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_paymentRef_key" ON "Payment"("paymentRef");

-- CreateIndex
CREATE INDEX "Payment_state_createdAt_idx" ON "Payment"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_dueId_attempt_key" ON "Payment"("dueId", "attempt");

-- CreateIndex
CREATE INDEX "PaymentEvent_paymentId_id_idx" ON "PaymentEvent"("paymentId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_providerRef_key" ON "Refund"("providerRef");

-- CreateIndex
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");

-- CreateIndex
CREATE INDEX "Refund_state_createdAt_idx" ON "Refund"("state", "createdAt");

-- CreateIndex
CREATE INDEX "RefundEvent_refundId_id_idx" ON "RefundEvent"("refundId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PayoutBatch_number_key" ON "PayoutBatch"("number");

-- CreateIndex
CREATE INDEX "PayoutBatch_state_preparedAt_idx" ON "PayoutBatch"("state", "preparedAt");

-- CreateIndex
CREATE INDEX "PayoutBatch_preparedById_idx" ON "PayoutBatch"("preparedById");

-- CreateIndex
CREATE INDEX "PayoutBatch_approvedById_idx" ON "PayoutBatch"("approvedById");

-- CreateIndex
CREATE INDEX "PayoutLine_partyId_state_idx" ON "PayoutLine"("partyId", "state");

-- CreateIndex
CREATE INDEX "PayoutLine_bankAccountId_idx" ON "PayoutLine"("bankAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "PayoutLine_batchId_seq_key" ON "PayoutLine"("batchId", "seq");

-- CreateIndex
CREATE INDEX "PayoutEvent_batchId_id_idx" ON "PayoutEvent"("batchId", "id");

-- CreateIndex
CREATE INDEX "Person_regionId_idx" ON "Person"("regionId");

-- CreateIndex
CREATE INDEX "Person_dataKeyId_idx" ON "Person"("dataKeyId");

-- CreateIndex
CREATE INDEX "PersonSecret_keyId_idx" ON "PersonSecret"("keyId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonSecret_field_blindIndex_key" ON "PersonSecret"("field", "blindIndex");

-- CreateIndex
CREATE UNIQUE INDEX "PersonSecret_personId_field_key" ON "PersonSecret"("personId", "field");

-- CreateIndex
CREATE INDEX "Consent_personId_purpose_idx" ON "Consent"("personId", "purpose");

-- CreateIndex
CREATE INDEX "Consent_textVersionId_idx" ON "Consent"("textVersionId");

-- CreateIndex
CREATE INDEX "Consent_recordedById_idx" ON "Consent"("recordedById");

-- CreateIndex
CREATE UNIQUE INDEX "Region_code_key" ON "Region"("code");

-- CreateIndex
CREATE INDEX "Region_parentId_idx" ON "Region"("parentId");

-- CreateIndex
CREATE INDEX "Region_replacedById_idx" ON "Region"("replacedById");

-- CreateIndex
CREATE INDEX "RegionName_regionId_idx" ON "RegionName"("regionId");

-- CreateIndex
CREATE INDEX "RegionName_name_idx" ON "RegionName"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Seller_slug_key" ON "Seller"("slug");

-- CreateIndex
CREATE INDEX "Seller_regionId_idx" ON "Seller"("regionId");

-- CreateIndex
CREATE INDEX "Seller_countyId_idx" ON "Seller"("countyId");

-- CreateIndex
CREATE INDEX "Seller_status_createdAt_idx" ON "Seller"("status", "createdAt");

-- CreateIndex
CREATE INDEX "SellerPerson_sellerId_idx" ON "SellerPerson"("sellerId");

-- CreateIndex
CREATE INDEX "SellerPerson_personId_idx" ON "SellerPerson"("personId");

-- CreateIndex
CREATE INDEX "Mandate_sellerId_idx" ON "Mandate"("sellerId");

-- CreateIndex
CREATE INDEX "Mandate_agentPersonId_idx" ON "Mandate"("agentPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "Party_personId_key" ON "Party"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Party_sellerId_key" ON "Party"("sellerId");

-- CreateIndex
CREATE UNIQUE INDEX "Party_organisationId_key" ON "Party"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Party_system_key" ON "Party"("system");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_creditCode_key" ON "Organisation"("creditCode");

-- CreateIndex
CREATE INDEX "BankAccount_partyId_idx" ON "BankAccount"("partyId");

-- CreateIndex
CREATE INDEX "BankAccount_keyId_idx" ON "BankAccount"("keyId");

-- CreateIndex
CREATE INDEX "BankAccount_holderPersonId_idx" ON "BankAccount"("holderPersonId");

-- CreateIndex
CREATE INDEX "BankAccount_consentId_idx" ON "BankAccount"("consentId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_actorUserId_fkey" FOREIGN KEY ("actorUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_onBehalfOfId_fkey" FOREIGN KEY ("onBehalfOfId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Craft" ADD CONSTRAINT "Craft_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_verifiedById_fkey" FOREIGN KEY ("verifiedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_craftId_fkey" FOREIGN KEY ("craftId") REFERENCES "Craft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductText" ADD CONSTRAINT "ProductText_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductText" ADD CONSTRAINT "ProductText_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingRevision" ADD CONSTRAINT "ListingRevision_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingRevision" ADD CONSTRAINT "ListingRevision_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingRevision" ADD CONSTRAINT "ListingRevision_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingEvent" ADD CONSTRAINT "ListingEvent_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ListingRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductMedia" ADD CONSTRAINT "ProductMedia_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductMedia" ADD CONSTRAINT "ProductMedia_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceTier" ADD CONSTRAINT "PriceTier_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockItem" ADD CONSTRAINT "StockItem_ownerPartyId_fkey" FOREIGN KEY ("ownerPartyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockItem" ADD CONSTRAINT "StockItem_holderPartyId_fkey" FOREIGN KEY ("holderPartyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockItem" ADD CONSTRAINT "StockItem_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_stockItemId_fkey" FOREIGN KEY ("stockItemId") REFERENCES "StockItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMovement" ADD CONSTRAINT "StockMovement_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_stockItemId_fkey" FOREIGN KEY ("stockItemId") REFERENCES "StockItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Household" ADD CONSTRAINT "Household_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Household" ADD CONSTRAINT "Household_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdMember" ADD CONSTRAINT "HouseholdMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdMember" ADD CONSTRAINT "HouseholdMember_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdMember" ADD CONSTRAINT "HouseholdMember_verifiedById_fkey" FOREIGN KEY ("verifiedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdStatus" ADD CONSTRAINT "HouseholdStatus_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdStatus" ADD CONSTRAINT "HouseholdStatus_termId_fkey" FOREIGN KEY ("termId") REFERENCES "CodeTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdLink" ADD CONSTRAINT "HouseholdLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdLink" ADD CONSTRAINT "HouseholdLink_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "HouseholdMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdLink" ADD CONSTRAINT "HouseholdLink_verifiedById_fkey" FOREIGN KEY ("verifiedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseholdLink" ADD CONSTRAINT "HouseholdLink_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_ledgerEntryId_fkey" FOREIGN KEY ("ledgerEntryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_lineMakerId_fkey" FOREIGN KEY ("lineMakerId") REFERENCES "LineMaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_statusTermId_fkey" FOREIGN KEY ("statusTermId") REFERENCES "CodeTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomeAttribution" ADD CONSTRAINT "IncomeAttribution_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerAccount" ADD CONSTRAINT "LedgerAccount_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "LedgerTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "LedgerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_buyerPartyId_fkey" FOREIGN KEY ("buyerPartyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderContact" ADD CONSTRAINT "OrderContact_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderContact" ADD CONSTRAINT "OrderContact_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerOrder" ADD CONSTRAINT "SellerOrder_postageRuleId_fkey" FOREIGN KEY ("postageRuleId") REFERENCES "PostageRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerOrderEvent" ADD CONSTRAINT "SellerOrderEvent_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_commissionRuleId_fkey" FOREIGN KEY ("commissionRuleId") REFERENCES "CommissionRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_agreedTextId_fkey" FOREIGN KEY ("agreedTextId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineMaker" ADD CONSTRAINT "LineMaker_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LineMaker" ADD CONSTRAINT "LineMaker_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderDue" ADD CONSTRAINT "OrderDue_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_sellerOrderId_fkey" FOREIGN KEY ("sellerOrderId") REFERENCES "SellerOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_fromPartyId_fkey" FOREIGN KEY ("fromPartyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_dueId_fkey" FOREIGN KEY ("dueId") REFERENCES "OrderDue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentEvent" ADD CONSTRAINT "PaymentEvent_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundEvent" ADD CONSTRAINT "RefundEvent_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutBatch" ADD CONSTRAINT "PayoutBatch_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutBatch" ADD CONSTRAINT "PayoutBatch_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutLine" ADD CONSTRAINT "PayoutLine_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PayoutBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutLine" ADD CONSTRAINT "PayoutLine_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutLine" ADD CONSTRAINT "PayoutLine_bankAccountId_fkey" FOREIGN KEY ("bankAccountId") REFERENCES "BankAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayoutEvent" ADD CONSTRAINT "PayoutEvent_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PayoutBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_dataKeyId_fkey" FOREIGN KEY ("dataKeyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonSecret" ADD CONSTRAINT "PersonSecret_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonSecret" ADD CONSTRAINT "PersonSecret_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_textVersionId_fkey" FOREIGN KEY ("textVersionId") REFERENCES "TextVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionName" ADD CONSTRAINT "RegionName_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seller" ADD CONSTRAINT "Seller_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerPerson" ADD CONSTRAINT "SellerPerson_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerPerson" ADD CONSTRAINT "SellerPerson_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_agentPersonId_fkey" FOREIGN KEY ("agentPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "DataKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_holderPersonId_fkey" FOREIGN KEY ("holderPersonId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

