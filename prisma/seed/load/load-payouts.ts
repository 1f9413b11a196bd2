import { addDays, dayOf, startOf } from '~/platform/calendar'
import { sum } from '~/platform/money'
import { demoAccounts } from '../accounts'
import { closedMonth } from './dates'
import { before, idAt, type LoadContext, need } from './load-context'
import type { SoldOrder } from './load-orders'
import { comeBack, goTo, leaveNow } from './past-clock'
import { postPast } from './post-past'

const failed = '户名与账号不符'

/**
 * Settled batches, prepared by one and approved by the other: the first at the end of the closed month, with one line that the bank sent back; the last twelve days ago; between them one in the month
 * after the closed one, where there is time for it, so that no month that is over shows sales and nothing paid. The one after the first pays again what came back.
 */
export async function loadPayouts(context: LoadContext, orders: readonly SoldOrder[]): Promise<void> {
  const owed = new Map<string, bigint>()
  const first = new Date(startOf(addDays(closedMonth(context.now), 27)).getTime() + 10 * 3_600_000)
  const between = new Date(first.getTime() + 28 * 24 * 3_600_000)
  const last = before(context.now, 12)
  const isTime = last.getTime() - between.getTime() > 3 * 24 * 3_600_000
  await leaveNow(context)
  const returned = await loadBatch(context, orders, { preparedAt: first, from: null, owed, failOne: true })
  if (isTime)
    await loadBatch(context, orders, {
      preparedAt: between,
      from: first,
      owed,
      failOne: false,
      again: returned,
    })
  await loadBatch(context, orders, {
    preparedAt: last,
    from: isTime ? between : first,
    owed,
    failOne: false,
    again: isTime ? null : returned,
  })
  await comeBack(context)
}

type Run = {
  preparedAt: Date
  from: Date | null
  owed: Map<string, bigint>
  failOne: boolean
  again?: string | null
}

async function loadBatch(
  context: LoadContext,
  orders: readonly SoldOrder[],
  run: Run,
): Promise<string | null> {
  const { tx } = context
  const { preparedAt } = run
  addEarned(orders, run, preparedAt)
  const lines = await payableLines(context, run.owed)
  const [one, two] = demoAccounts
    .filter((account) => account.role === 'finance')
    .map((account) => need(context.users, account.phone))
  const failedSeller = run.failOne ? (lines[3]?.sellerKey ?? null) : null
  const at = (hours: number) => new Date(preparedAt.getTime() + hours * 3_600_000)
  const batchId = idAt(preparedAt)
  await tx.payoutBatch.create({
    data: {
      id: batchId,
      number: `P${dayOf(preparedAt).replaceAll('-', '').slice(2)}-1`,
      state: 'settled',
      lineCount: lines.length,
      totalFen: sum(lines.map((line) => line.amountFen)),
      preparedById: one ?? '',
      preparedAt,
      approvedById: two ?? '',
      approvedAt: at(3),
      settledAt: at(27),
      isSample: true,
      events: {
        create: [
          { state: 'prepared', at: preparedAt, actorUserId: one ?? null },
          { state: 'approved', at: at(3), actorUserId: two ?? null },
          { state: 'settled', at: at(27), actorUserId: one ?? null },
        ],
      },
    },
  })
  const past = lines.map((line, index): PastLine => {
    const isFailed = line.sellerKey === failedSeller
    const attempt = line.sellerKey === run.again ? 2 : 1
    const steps = { approvedAt: at(3), finishedAt: at(27) }
    return { ...line, id: idAt(preparedAt), batchId, seq: index + 1, isFailed, attempt, ...steps }
  })
  await loadLines(context, past, preparedAt)
  for (const { sellerKey, isFailed } of past) if (!isFailed) run.owed.set(sellerKey, 0n)
  return failedSeller
}

/** Adds what was earned before the batch and after the one before it. */
function addEarned(orders: readonly SoldOrder[], { from, owed }: Run, until: Date): void {
  for (const parcel of orders.flatMap((order) => order.sold)) {
    const at = parcel.completedAt
    if (!at || at >= until || (from && at < from)) continue
    const hers = sum(parcel.sold.map((line) => line.amountFen - line.commissionFen)) + parcel.postageFen
    owed.set(parcel.sellerKey, (owed.get(parcel.sellerKey) ?? 0n) + hers)
  }
}

type Payable = {
  sellerKey: string
  sellerId: string
  partyId: string
  bankAccountId: string
  amountFen: bigint
}

async function payableLines({ tx, sellers }: LoadContext, owed: Map<string, bigint>): Promise<Payable[]> {
  const lines: Payable[] = []
  for (const [sellerKey, amountFen] of owed) {
    const shop = need(sellers, sellerKey)
    const account = await tx.bankAccount.findFirst({ where: { partyId: shop.partyId } })
    if (account && amountFen >= 100n)
      lines.push({
        sellerKey,
        sellerId: shop.id,
        partyId: shop.partyId,
        bankAccountId: account.id,
        amountFen,
      })
  }
  return lines
}

type PastLine = Payable & {
  id: string
  batchId: string
  seq: number
  isFailed: boolean
  attempt: number
  approvedAt: Date
  finishedAt: Date
}

/** The lines of a batch, each step at its time. */
async function loadLines(context: LoadContext, lines: readonly PastLine[], preparedAt: Date): Promise<void> {
  const { tx } = context
  const [one] = lines
  if (!one) return
  const stepTo = (
    ids: string[],
    data: { state: 'in_transit' | 'paid' | 'failed'; failureReason?: string; finishedAt?: Date },
  ) => tx.payoutLine.updateMany({ where: { id: { in: ids } }, data })
  const idsOf = (isFailed: boolean) => lines.filter((line) => line.isFailed === isFailed).map(({ id }) => id)
  await goTo(context, preparedAt)
  await tx.payoutLine.createMany({
    data: lines.map(({ id, batchId, seq, partyId, bankAccountId, attempt, amountFen }) => ({
      id,
      batchId,
      seq,
      partyId,
      bankAccountId,
      attempt,
      amountFen,
    })),
  })
  await goTo(context, one.approvedAt)
  await stepTo(
    lines.map(({ id }) => id),
    { state: 'in_transit' },
  )
  await goTo(context, one.finishedAt)
  await stepTo(idsOf(false), { state: 'paid', finishedAt: one.finishedAt })
  await stepTo(idsOf(true), { state: 'failed', failureReason: failed, finishedAt: one.finishedAt })
  for (const line of lines) await postLine(context, line)
}

async function postLine({ tx }: LoadContext, line: PastLine): Promise<void> {
  const { id, sellerId, amountFen, isFailed } = line
  const payable = { sellerId, kind: 'payable' } as const
  const transit = { sellerId, kind: 'in_transit' } as const
  await postPast(tx, {
    reference: `payout:${id}:approved`,
    kind: 'payout',
    at: line.approvedAt,
    legs: [
      { account: payable, amount: amountFen, purpose: 'payout' },
      { account: transit, amount: -amountFen, purpose: 'payout' },
    ],
  })
  await postPast(tx, {
    reference: isFailed ? `payout:${id}:failed` : `payout:${id}:paid`,
    kind: isFailed ? 'payout_returned' : 'payout_paid',
    at: line.finishedAt,
    legs: isFailed
      ? [
          { account: transit, amount: amountFen, purpose: 'returned' },
          { account: payable, amount: -amountFen, purpose: 'returned' },
        ]
      : [
          { account: transit, amount: amountFen, purpose: 'paid' },
          { account: { system: 'bank', kind: 'bank' }, amount: -amountFen, purpose: 'paid' },
        ],
  })
}
