import type { Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { attributeIncome } from './attribute-income.server'
import { type Leg, postTransaction } from './post-transaction.server'

/**
 * Books a completed sale: the buyers' money held for it becomes her share per line, her postage, her broker's cut, and the platform's commission with the tax
 * in it, all as frozen in the lines. Each share is attributed to a household or a stated reason in the same transaction. Needs the job scope `income`.
 */
export async function postEarned(tx: Tx, sellerOrderId: string, completedAt: Date): Promise<void> {
  const sale = await tx.sellerOrder.findUniqueOrThrow({
    where: { id: sellerOrderId },
    select: {
      sellerId: true,
      orderId: true,
      itemsFen: true,
      postageFen: true,
      lines: {
        select: {
          id: true,
          amountFen: true,
          commissionFen: true,
          commissionTaxFen: true,
          brokerFen: true,
          brokerParty: { select: { personId: true } },
        },
        orderBy: { id: 'asc' },
      },
    },
  })
  const payable = { sellerId: sale.sellerId, kind: 'payable' } as const
  const shares: Leg[] = sale.lines
    .map((line) => ({
      account: payable,
      amount: line.commissionFen + (line.brokerFen ?? 0n) - line.amountFen,
      purpose: 'share',
      orderLineId: line.id,
    }))
    .filter((leg) => leg.amount !== 0n)
  const commission = sum(sale.lines.map((line) => line.commissionFen))
  const tax = sum(sale.lines.map((line) => line.commissionTaxFen))
  const cuts = sale.lines.flatMap(({ brokerParty, brokerFen }) =>
    brokerParty?.personId
      ? leg({ personId: brokerParty.personId, kind: 'payable' }, -(brokerFen ?? 0n), 'broker')
      : [],
  )
  const posted = await postTransaction(tx, {
    reference: `earned:${sellerOrderId}`,
    kind: 'earned',
    orderId: sale.orderId,
    sellerOrderId,
    legs: [
      ...shares,
      ...leg(payable, -sale.postageFen, 'postage'),
      ...cuts,
      ...leg({ system: 'platform', kind: 'commission' }, tax - commission, 'commission'),
      ...leg({ system: 'platform', kind: 'tax' }, -tax, 'commission_tax'),
      {
        account: { system: 'platform', kind: 'held' },
        amount: sale.itemsFen + sale.postageFen,
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

function leg(account: Leg['account'], amount: bigint, purpose: string): Leg[] {
  return amount === 0n ? [] : [{ account, amount, purpose }]
}
