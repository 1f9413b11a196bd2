import { readSetting } from '~/modules/settings/read-setting.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * Whether a seller's money can go into the next batch, and if not why: a line of hers is still open, too little, no card on record (or its owner's
 * consent was withdrawn), or a card that is too new.
 */
export type PayableOutcome = 'ready' | 'open_line' | 'below_minimum' | 'no_account' | 'cooling_off'

export type Payable = {
  partyId: string
  sellerId: string
  nameZh: string
  nameEn: string
  /** what is owed to her now, fen */
  fen: bigint
  outcome: PayableOutcome
  /** the card it would go to; for cooling_off the one that has to wait */
  bankAccountId: string | null
  bankName: string | null
  last4: string | null
  usableFrom: Date | null
  /** 1, or one more than the failed line before */
  attempt: number
  /** the bank's words when her last payout came back */
  lastFailure: string | null
}

/**
 * Every seller to whom something is owed, by name, with the card her money would go to: the newest open one that is past its cooling-off time. A card in
 * another name counts only while its owner's consent stands. Needs the job scope `payout`.
 */
export async function findPayables(tx: Tx): Promise<Payable[]> {
  const minimum = BigInt(await readSetting('payouts.minimumFen', tx))
  return tx.$queryRaw<Payable[]>`
    WITH owed AS (
      SELECT p.id AS "partyId", p."sellerId", -sum(e."amountMinor")::bigint AS fen
      FROM "LedgerAccount" a JOIN "Party" p ON p.id = a."partyId" JOIN "LedgerEntry" e ON e."accountId" = a.id
      WHERE a.kind = 'payable' AND a.currency = 'CNY' AND p."sellerId" IS NOT NULL
      GROUP BY p.id HAVING sum(e."amountMinor") < 0)
    SELECT o."partyId", o."sellerId", s."nameZh", s."nameEn", o.fen, card.id AS "bankAccountId", card."bankName", card.last4, card."usableFrom",
      CASE WHEN EXISTS (SELECT 1 FROM "PayoutLine" l WHERE l."partyId" = o."partyId" AND l.state IN ('prepared', 'in_transit')) THEN 'open_line'
        WHEN o.fen < ${minimum} THEN 'below_minimum' WHEN card.id IS NULL THEN 'no_account' WHEN NOT card.usable THEN 'cooling_off' ELSE 'ready' END AS outcome,
      CASE WHEN last.state = 'failed' THEN last.attempt + 1 ELSE 1 END AS attempt,
      CASE WHEN last.state = 'failed' THEN last."failureReason" END AS "lastFailure"
    FROM owed o JOIN "Seller" s ON s.id = o."sellerId"
    LEFT JOIN LATERAL (
      SELECT b.id, b."bankName", b.last4, b."usableFrom", b."usableFrom" <= app_now() AS usable
      FROM "BankAccount" b JOIN "DataKey" k ON k.id = b."keyId" AND k.wrapped IS NOT NULL LEFT JOIN "Consent" c ON c.id = b."consentId"
      WHERE b."partyId" = o."partyId" AND b."closedAt" IS NULL AND c."withdrawnAt" IS NULL
      ORDER BY usable DESC, b."createdAt" DESC, b.id DESC LIMIT 1) card ON true
    LEFT JOIN LATERAL (
      SELECT l.state, l.attempt, l."failureReason" FROM "PayoutLine" l
      WHERE l."partyId" = o."partyId" AND l.state IN ('paid', 'failed') ORDER BY l."finishedAt" DESC, l.id DESC LIMIT 1) last ON true
    ORDER BY s."nameZh" COLLATE "C", o."partyId"`
}
