import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { type Account, accountName } from './accounts'
import { findBalance } from './find-balance.server'
import { findBearerAccount } from './find-bearer-account.server'
import { makersPartOf } from './line-money'
import { type Leg, postTransaction } from './post-transaction.server'
import { reverseIncome } from './reverse-income.server'

type RefundedLine = {
  orderLineId: string | null
  amountFen: bigint
  borneFen: bigint
  commissionFen: bigint
  commissionTaxFen: bigint
  brokerFen: bigint
  bearer: 'seller' | 'platform'
  brokerParty: { sellerId: string | null; personId: string | null } | null
}

const held: Account = { system: 'platform', kind: 'held' }
const due: Account = { system: 'platform', kind: 'refund_due' }
const loss: Account = { system: 'platform', kind: 'refund_loss' }

/**
 * Books a refund by lines at its decision: from then on the money is the buyer's. Before the sale is earned it comes from what is held; afterwards from
 * the maker's share and postage, the commission and its tax, as they were split. What her balance does not cover, being paid out or on its way, she owes.
 * A refund that the platform bears leaves hers alone. The buyer gets what she paid; what somebody else had borne of the price goes back to the bearer. The caller holds the parcel's lock. After completion it needs the job scope `income`.
 */
export async function postRefundDecided(tx: Tx, refundId: string): Promise<void> {
  const { lines, sellerOrder } = await findRefunded(tx, refundId)
  const amount = sum(lines.map(({ amountFen }) => amountFen))
  const legs =
    sellerOrder.status === 'completed'
      ? await afterCompletion(tx, lines, sellerOrder.sellerId)
      : beforeCompletion(lines)
  const borne = sum(lines.map(({ borneFen }) => borneFen))
  const back = borne === 0n ? [] : leg(await findBearerAccount(tx, sellerOrder.orderId), -borne, 'promotion')
  const posted = await postTransaction(tx, {
    reference: `refund:${refundId}:decided`,
    kind: 'refund_decided',
    orderId: sellerOrder.orderId,
    sellerOrderId: sellerOrder.id,
    legs: [...legs, ...back, { account: due, amount: -amount, purpose: 'refund' }],
  })
  if (!posted) return
  for (const [index, { purpose, orderLineId, amount: amountFen }] of legs.entries()) {
    if (purpose !== 'share' || !orderLineId) continue
    const ledgerEntryId = posted.entryIds[index]
    if (ledgerEntryId === undefined) throw new Error('a share without its entry')
    await reverseIncome(tx, { ledgerEntryId, orderLineId, amountFen })
  }
}

async function findRefunded(tx: Tx, refundId: string) {
  const rows = await tx.refundLine.findMany({
    where: { refundId },
    orderBy: { id: 'asc' },
    select: {
      orderLineId: true,
      amountFen: true,
      borneFen: true,
      commissionFen: true,
      commissionTaxFen: true,
      brokerFen: true,
      bearer: true,
      orderLine: { select: { brokerParty: { select: { sellerId: true, personId: true } } } },
      sellerOrder: { select: { id: true, orderId: true, sellerId: true, status: true } },
    },
  })
  const [first] = rows
  if (!first || rows.some(({ sellerOrder }) => sellerOrder.id !== first.sellerOrder.id))
    throw new Error('a refund by lines gives back of one parcel')
  const lines: RefundedLine[] = rows.map(({ orderLine, ...line }) => ({
    ...line,
    brokerParty: orderLine?.brokerParty ?? null,
  }))
  return { lines, sellerOrder: first.sellerOrder }
}

/** What the platform pays of a refund that it bears: her part and the broker's. The commission goes back in any case. */
function lossOf(lines: readonly RefundedLine[]): bigint {
  return sum(
    lines
      .filter(({ bearer }) => bearer === 'platform')
      .map(({ amountFen, borneFen, commissionFen }) => amountFen + borneFen - commissionFen),
  )
}

function beforeCompletion(lines: readonly RefundedLine[]): Leg[] {
  const borne = lossOf(lines)
  return [
    ...leg(held, sum(lines.map(({ amountFen, borneFen }) => amountFen + borneFen)) - borne, 'refund'),
    ...leg(loss, borne, 'refund'),
  ]
}

async function afterCompletion(tx: Tx, lines: readonly RefundedLine[], sellerId: string): Promise<Leg[]> {
  const hers = lines.filter(({ bearer }) => bearer === 'seller')
  const shares = hers.flatMap((line) =>
    line.orderLineId
      ? leg({ sellerId, kind: 'payable' }, makersPartOf(line), 'share', line.orderLineId)
      : leg({ sellerId, kind: 'payable' }, line.amountFen, 'postage'),
  )
  const brokers = hers.flatMap(({ brokerParty, brokerFen, orderLineId }) =>
    brokerParty ? leg({ ...ownerOf(brokerParty), kind: 'payable' }, brokerFen, 'broker', orderLineId) : [],
  )
  const commission = sum(lines.map(({ commissionFen }) => commissionFen))
  const tax = sum(lines.map(({ commissionTaxFen }) => commissionTaxFen))
  return [
    ...shares,
    ...brokers,
    ...(await debtsOf(tx, [...shares, ...brokers])),
    ...leg({ system: 'platform', kind: 'commission' }, commission - tax, 'commission'),
    ...leg({ system: 'platform', kind: 'tax' }, tax, 'commission_tax'),
    ...leg(loss, lossOf(lines), 'refund'),
  ]
}

/** For each balance that does not cover what is taken from it: the gap, as a debt. */
async function debtsOf(tx: Tx, taken: readonly Leg[]): Promise<Leg[]> {
  const accounts = new Map(taken.map(({ account }) => [accountName(account), account]))
  await lockBalances(tx, [...accounts.values()])
  const legs: Leg[] = []
  for (const [name, account] of accounts) {
    const owed = -(await findBalance(tx, account))
    const taking = sum(taken.filter((one) => accountName(one.account) === name).map(({ amount }) => amount))
    const gap = taking - (owed > 0n ? owed : 0n)
    if (gap <= 0n) continue
    legs.push({ account, amount: -gap, purpose: 'debt' })
    legs.push({ account: { ...account, kind: 'seller_debt' }, amount: gap, purpose: 'debt' })
  }
  return legs
}

/**
 * Locks what these owners are owed together with what they owe, in the order in which a payout's approval locks them, so that neither takes the other's money
 * nor waits for it in a circle.
 */
async function lockBalances(tx: Tx, payables: readonly Account[]): Promise<void> {
  const names = payables.flatMap((account) => [
    accountName(account),
    accountName({ ...account, kind: 'seller_debt' }),
  ])
  await tx.$executeRaw`SELECT 1 FROM "LedgerAccount" WHERE name = ANY (${names}) ORDER BY id FOR UPDATE`
}

function ownerOf({ sellerId, personId }: { sellerId: string | null; personId: string | null }) {
  if (sellerId) return { sellerId }
  if (personId) return { personId }
  throw new Error('a broker is a seller or a person')
}

function leg(account: Account, amount: bigint, purpose: string, orderLineId: string | null = null): Leg[] {
  return amount === 0n ? [] : [{ account, amount, purpose, orderLineId }]
}
