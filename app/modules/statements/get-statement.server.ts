import type { Actor } from '~/modules/auth/actor'
import { readSetting } from '~/modules/settings/read-setting.server'
import { type Day, dayOf, nextMonthStart, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { findStatementParty } from './find-statement-party.server'
import type { Statement, StatementLine } from './statement'

type StatementInput = {
  actor: Actor
  /** a seller's id, or `me` for what is booked for herself */
  purse: string
  /** first day of the month */
  month: Day
}

type Balances = Record<
  'opening' | 'closing' | 'onTheWay' | 'openingDebt' | 'addedDebt' | 'closingDebt',
  bigint
>

type EntryRow = {
  id: bigint
  at: Date
  kind: string
  purpose: string
  amountMinor: bigint
  orderNumber: string | null
  titleZh: string | null
  titleEn: string | null
  quantity: number
  goodsFen: bigint
  ownDiscountFen: bigint
  commissionFen: bigint
  commissionBps: number
  taxFen: bigint
  brokerFen: bigint
  attempt: number | null
  last4: string | null
  failureReason: string | null
}

/**
 * The month of a seller or a person, from the ledger: opening balance, every entry of what is owed to her, closing balance; opening plus lines is closing, to the
 * fen. Hers, or of the actor's duty: a coordinator her region's sellers, finance all. Anybody else's, and a month to come, is a 404.
 */
export function getStatement({ actor, purse, month }: StatementInput): Promise<Statement> {
  return inScope({ job: 'payout' }, async (tx) => {
    const party = await findStatementParty(tx, { actor, purse })
    const now = await appNow(tx)
    const [begin, end] = [startOf(month), startOf(nextMonthStart(month))]
    if (!party || month > dayOf(now)) throw notFound()
    const balances = await readBalances(tx, party.partyId, { begin, end })
    const isWhole = end <= now
    const ruledAt = isWhole ? end : null
    const entries = await readEntries(tx, party.partyId, { begin, end })
    return {
      nameZh: party.nameZh,
      nameEn: party.nameEn,
      month,
      isWhole,
      lines: entries.map(lineOf),
      openingFen: toSafeNumber(balances.opening),
      closingFen: toSafeNumber(balances.closing),
      onTheWayFen: toSafeNumber(balances.onTheWay),
      openingDebtFen: toSafeNumber(balances.openingDebt),
      addedDebtFen: toSafeNumber(balances.addedDebt),
      closingDebtFen: toSafeNumber(balances.closingDebt),
      debtRule: {
        shareBps: await readSetting('payouts.debtShareBps', tx, ruledAt),
        floorFen: await readSetting('payouts.debtFloorFen', tx, ruledAt),
      },
    }
  })
}

type Span = { begin: Date; end: Date }

async function readBalances(tx: Tx, partyId: string, { begin, end }: Span): Promise<Balances> {
  const [row] = await tx.$queryRaw<Balances[]>`
    SELECT coalesce(-sum(e."amountMinor") FILTER (WHERE a.kind = 'payable' AND t."occurredAt" < ${begin}), 0)::bigint AS opening,
      coalesce(-sum(e."amountMinor") FILTER (WHERE a.kind = 'payable'), 0)::bigint AS closing,
      coalesce(-sum(e."amountMinor") FILTER (WHERE a.kind = 'in_transit'), 0)::bigint AS "onTheWay",
      coalesce(sum(e."amountMinor") FILTER (WHERE a.kind = 'seller_debt' AND t."occurredAt" < ${begin}), 0)::bigint AS "openingDebt",
      coalesce(sum(e."amountMinor") FILTER (WHERE a.kind = 'seller_debt' AND t."occurredAt" >= ${begin} AND e."amountMinor" > 0), 0)::bigint AS "addedDebt",
      coalesce(sum(e."amountMinor") FILTER (WHERE a.kind = 'seller_debt'), 0)::bigint AS "closingDebt"
    FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE a."partyId" = ${partyId}::uuid AND a.currency = 'CNY' AND t."occurredAt" < ${end}`
  if (!row) throw new Error('a sum gave no row')
  return row
}

async function readEntries(tx: Tx, partyId: string, { begin, end }: Span): Promise<EntryRow[]> {
  return tx.$queryRaw<EntryRow[]>`
    SELECT e.id, t."occurredAt" AS at, t.kind, e.purpose, e."amountMinor", o.number AS "orderNumber", l."titleZh", l."titleEn",
      coalesce(l.quantity, 0) AS quantity, coalesce(l."amountFen", 0) AS "goodsFen", coalesce(l."discountFen" - l."borneFen", 0) AS "ownDiscountFen", coalesce(l."commissionFen", 0) AS "commissionFen",
      coalesce(l."commissionBps", 0) AS "commissionBps", coalesce(l."commissionTaxFen", 0) AS "taxFen", coalesce(l."brokerFen", 0) AS "brokerFen",
      p.attempt, b.last4, p."failureReason"
    FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    LEFT JOIN "Order" o ON o.id = t."orderId" LEFT JOIN "OrderLine" l ON l.id = e."orderLineId"
    LEFT JOIN "PayoutLine" p ON t.reference LIKE 'payout:%' AND p.id::text = split_part(t.reference, ':', 2) LEFT JOIN "BankAccount" b ON b.id = p."bankAccountId"
    WHERE a."partyId" = ${partyId}::uuid AND a.kind = 'payable' AND a.currency = 'CNY' AND t."occurredAt" >= ${begin} AND t."occurredAt" < ${end}
    ORDER BY t."occurredAt", e.id`
}

function lineOf(row: EntryRow): StatementLine {
  return {
    id: String(row.id),
    day: dayOf(row.at),
    kind: row.kind,
    purpose: row.purpose,
    amountFen: toSafeNumber(-row.amountMinor),
    orderNumber: row.orderNumber,
    goods:
      row.titleZh === null
        ? null
        : {
            titleZh: row.titleZh,
            titleEn: row.titleEn,
            quantity: row.quantity,
            goodsFen: toSafeNumber(row.goodsFen),
            ownDiscountFen: toSafeNumber(row.ownDiscountFen),
            commissionFen: toSafeNumber(row.commissionFen),
            commissionBps: row.commissionBps,
            taxFen: toSafeNumber(row.taxFen),
            brokerFen: toSafeNumber(row.brokerFen),
          },
    payout:
      row.attempt === null
        ? null
        : { attempt: row.attempt, last4: row.last4, failureReason: row.failureReason },
  }
}
