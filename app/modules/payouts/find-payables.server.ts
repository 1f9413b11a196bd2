import { readSetting } from '~/modules/settings/read-setting.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { keptBack, type NettingRule } from './netting'
import { amountLimitOf, type PayoutWay } from './ways'

/**
 * Whether somebody's money can go into the next batch, and if not why: a line of hers is still open, too little, no card on record, only one in another name to which she does
 * not agree (any more), a card that is too new, more than one payment of this kind may be, or another kind of batch is hers.
 */
export type PayableOutcome =
  | 'ready'
  | 'open_line'
  | 'below_minimum'
  | 'no_account'
  | 'not_agreed'
  | 'cooling_off'
  | 'above_limit'
  | 'by_transfer'
  | 'by_bank'

export type Payable = {
  partyId: string
  /** a seller, or else a person for herself: a broker, an heir */
  sellerId: string | null
  nameZh: string
  nameEn: string
  /** what is owed to her now, fen */
  balanceFen: bigint
  /** of that, what goes against her debt */
  nettedFen: bigint
  /** what she gets */
  amountFen: bigint
  outcome: PayableOutcome
  /** the card it would go to; for cooling_off the one that has to wait */
  bankAccountId: string | null
  bankName: string | null
  last4: string | null
  usableFrom: Date | null
  /** her account with the payment provider, once money can be sent to it: then it is used and no card */
  connectAccountId: string | null
  /** 1, or one more than the line before that came back */
  attempt: number
  /** the bank's words when her last payout came back */
  lastFailure: string | null
}

type FoundPayable = Omit<Payable, 'nettedFen' | 'amountFen' | 'outcome'> & {
  debtFen: bigint
  isAgreed: boolean | null
  isUsable: boolean | null
  hasOpenLine: boolean
}

/**
 * Everybody to whom something is owed, sellers and persons alike, by name, with where her money would go: her account with the payment provider if it is
 * enabled and she agrees that her details go there, else the newest open card that is past its cooling-off time. A card in another name counts only while her own consent to it stands. Debt is netted by
 * the settings payouts.debtShareBps and payouts.debtFloorFen. `sellerIds` asks for these sellers alone. Needs the job scope `payout`.
 */
export async function findPayables(
  tx: Tx,
  way: PayoutWay,
  sellerIds?: readonly string[],
): Promise<Payable[]> {
  const theirs = sellerIds ? Prisma.sql`AND p."sellerId" = ANY(${sellerIds}::uuid[])` : Prisma.empty
  const minimum = BigInt(await readSetting('payouts.minimumFen', tx))
  const rule = {
    shareBps: await readSetting('payouts.debtShareBps', tx),
    floorFen: BigInt(await readSetting('payouts.debtFloorFen', tx)),
  }
  const found = await tx.$queryRaw<FoundPayable[]>`
    WITH owed AS (
      SELECT p.id AS "partyId", p."sellerId", p."personId",
        coalesce(-sum(e."amountMinor") FILTER (WHERE a.kind = 'payable'), 0)::bigint AS "balanceFen",
        coalesce(sum(e."amountMinor") FILTER (WHERE a.kind = 'seller_debt'), 0)::bigint AS "debtFen"
      FROM "LedgerAccount" a JOIN "Party" p ON p.id = a."partyId" JOIN "LedgerEntry" e ON e."accountId" = a.id
      WHERE a.kind IN ('payable', 'seller_debt') AND a.currency = 'CNY' AND p.kind IN ('seller', 'person') ${theirs}
      GROUP BY p.id HAVING sum(e."amountMinor") FILTER (WHERE a.kind = 'payable') < 0)
    SELECT o."partyId", o."sellerId", coalesce(s."nameZh", n.name, '') AS "nameZh", coalesce(s."nameEn", n.name, '') AS "nameEn", o."balanceFen", o."debtFen",
      card.id AS "bankAccountId", card."bankName", card.last4, card."usableFrom", card.agreed AS "isAgreed", card.usable AS "isUsable", connect.id AS "connectAccountId",
      EXISTS (SELECT 1 FROM "PayoutLine" l WHERE l."partyId" = o."partyId" AND l.state IN ('prepared', 'in_transit')) AS "hasOpenLine",
      CASE WHEN last.state IN ('failed', 'returned') THEN last.attempt + 1 ELSE 1 END AS attempt,
      CASE WHEN last.state IN ('failed', 'returned') THEN last."failureReason" END AS "lastFailure"
    FROM owed o LEFT JOIN "Seller" s ON s.id = o."sellerId" LEFT JOIN "Person" n ON n.id = o."personId"
    LEFT JOIN "ConnectAccount" connect ON connect."partyId" = o."partyId" AND connect."endedAt" IS NULL AND connect.state = 'enabled'
      AND party_consents(connect."consentId", connect."partyId", 'payout_abroad')
    LEFT JOIN LATERAL (
      SELECT b.id, b."bankName", b.last4, b."usableFrom", b."usableFrom" <= app_now() AS usable,
        b.relation = 'self' OR coalesce(party_consents(b."consentId", b."partyId", 'account_in_other_name'), false) AS agreed
      FROM "BankAccount" b JOIN "DataKey" k ON k.id = b."keyId" AND k.wrapped IS NOT NULL
      WHERE b."partyId" = o."partyId" AND b."closedAt" IS NULL
      ORDER BY agreed DESC, usable DESC, b."createdAt" DESC, b.id DESC LIMIT 1) card ON true
    LEFT JOIN LATERAL (
      SELECT l.state, l.attempt, l."failureReason" FROM "PayoutLine" l
      WHERE l."partyId" = o."partyId" AND l.state IN ('paid', 'failed', 'returned') ORDER BY l."finishedAt" DESC, l.id DESC LIMIT 1) last ON true
    ORDER BY "nameZh" COLLATE "C", o."partyId"`
  return found.map((row) => payableOf(row, { way, minimum, rule }))
}

type Terms = { way: PayoutWay; minimum: bigint; rule: NettingRule }

function payableOf(
  { debtFen, isAgreed, isUsable, hasOpenLine, ...row }: FoundPayable,
  { way, minimum, rule }: Terms,
): Payable {
  const nettedFen = keptBack({ balanceFen: row.balanceFen, debtFen }, rule)
  const amountFen = row.balanceFen - nettedFen
  const limit = amountLimitOf(way)
  const outcome = (): PayableOutcome => {
    if (hasOpenLine) return 'open_line'
    if (amountFen < minimum) return 'below_minimum'
    if (way === 'stripe') return row.connectAccountId ? 'ready' : 'by_bank'
    if (row.connectAccountId) return 'by_transfer'
    if (!row.bankAccountId) return 'no_account'
    if (!isAgreed) return 'not_agreed'
    if (!isUsable) return 'cooling_off'
    return limit !== null && amountFen > limit ? 'above_limit' : 'ready'
  }
  return { ...row, nettedFen, amountFen, outcome: outcome() }
}
