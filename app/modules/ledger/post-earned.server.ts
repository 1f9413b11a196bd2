import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { attributeIncome } from './attribute-income.server'
import { makersShareOf } from './line-money'
import { type Leg, postTransaction } from './post-transaction.server'

/**
 * Books a completed sale: the buyers' money held for it becomes her share per line, her postage, her broker's cut, and the platform's commission with the tax
 * in it, all as frozen in the lines and less what was given back before. Each share is attributed to a household or a stated reason in the same transaction. A
 * sale that was given back whole earns nothing. Needs the job scope `income`.
 */
export async function postEarned(tx: Tx, sellerOrderId: string, completedAt: Date): Promise<void> {
  const sale = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: sellerOrderId },
    select: {
      sellerId: true,
      orderId: true,
      postageFen: true,
      refundLines: {
        select: {
          orderLineId: true,
          amountFen: true,
          borneFen: true,
          commissionFen: true,
          commissionTaxFen: true,
          brokerFen: true,
          bearer: true,
        },
      },
      lines: {
        select: {
          id: true,
          amountFen: true,
          discountFen: true,
          borneFen: true,
          commissionFen: true,
          commissionTaxFen: true,
          brokerFen: true,
          brokerParty: { select: { personId: true } },
        },
        orderBy: { id: 'asc' },
      },
    },
  })
  const givenBy = (orderLineId: string | null) =>
    sale.refundLines.filter((given) => given.orderLineId === orderLineId && given.bearer === 'seller')
  const payable = { sellerId: sale.sellerId, kind: 'payable' } as const
  const shares: Leg[] = sale.lines
    .map((line) => ({
      account: payable,
      amount: sum(givenBy(line.id).map(shareOfGiven)) - makersShareOf(line),
      purpose: 'share',
      orderLineId: line.id,
    }))
    .filter((leg) => leg.amount !== 0n)
  const cuts = sale.lines.flatMap(({ id, brokerParty, brokerFen }) => {
    const cut = (brokerFen ?? 0n) - sum(givenBy(id).map((given) => given.brokerFen))
    return brokerParty?.personId
      ? leg({ personId: brokerParty.personId, kind: 'payable' }, -cut, 'broker')
      : []
  })
  const postage = sale.postageFen - sum(givenBy(null).map(shareOfGiven))
  const left = (part: 'commissionFen' | 'commissionTaxFen') =>
    sum(sale.lines.map((line) => line[part])) - sum(sale.refundLines.map((given) => given[part]))
  const tax = left('commissionTaxFen')
  const earned = [
    ...shares,
    ...leg(payable, -postage, 'postage'),
    ...cuts,
    ...leg({ system: 'platform', kind: 'commission' }, tax - left('commissionFen'), 'commission'),
    ...leg({ system: 'platform', kind: 'tax' }, -tax, 'commission_tax'),
  ]
  if (earned.length === 0) return
  const posted = await postTransaction(tx, {
    reference: `earned:${sellerOrderId}`,
    kind: 'earned',
    orderId: sale.orderId,
    sellerOrderId,
    legs: [
      ...earned,
      {
        account: { system: 'platform', kind: 'held' },
        amount: -sum(earned.map(({ amount }) => amount)),
        purpose: 'earned',
      },
    ],
  })
  if (!posted) return
  for (const [index, share] of shares.entries()) {
    const entryId = posted.entryIds[index]
    if (entryId === undefined || !share.orderLineId) throw new Error('a share without its entry')
    await attributeIncome(tx, {
      ledgerEntryId: entryId,
      orderLineId: share.orderLineId,
      amountFen: -share.amount,
      earnedAt: completedAt,
    })
  }
}

type Given = { amountFen: bigint; borneFen: bigint; commissionFen: bigint; brokerFen: bigint }

/** What of a refunded line was hers. */
function shareOfGiven({ amountFen, borneFen, commissionFen, brokerFen }: Given): bigint {
  return amountFen + borneFen - commissionFen - brokerFen
}

function leg(account: Leg['account'], amount: bigint, purpose: string): Leg[] {
  return amount === 0n ? [] : [{ account, amount, purpose }]
}
