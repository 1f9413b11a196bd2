import { findHouseholdOn } from '~/modules/households/find-household-on.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { sum } from '~/platform/money'
import { type LoadContext, need } from './load-context'
import type { SoldOrder, SoldParcel } from './load-orders'
import { type PastLeg, postPast } from './post-past'

/** Books the sample sales as they happened: each payment, and each completed part with her share attributed to a household of that day. */
export async function loadLedger(context: LoadContext, orders: readonly SoldOrder[]): Promise<void> {
  for (const order of orders) {
    if (!order.paidAt || !order.paymentId) continue
    await postPast(context.tx, {
      reference: `payment:${order.paymentId}`,
      kind: 'payment',
      orderId: order.id,
      at: order.paidAt,
      legs: [
        { account: { system: 'stripe', kind: 'clearing' }, amount: order.totalFen, purpose: 'payment' },
        { account: { system: 'platform', kind: 'held' }, amount: -order.totalFen, purpose: 'payment' },
      ],
    })
  }
  const completed = orders.flatMap((order) => order.sold).filter((parcel) => parcel.completedAt !== null)
  for (const parcel of completed) await postEarnedParcel(context, parcel)
}

async function postEarnedParcel(context: LoadContext, parcel: SoldParcel): Promise<void> {
  const { tx } = context
  const shop = need(context.sellers, parcel.sellerKey)
  const completedAt = parcel.completedAt ?? context.now
  const payable = { sellerId: shop.id, kind: 'payable' } as const
  const shares: PastLeg[] = parcel.sold.map((line) => ({
    account: payable,
    amount: line.commissionFen - line.amountFen,
    purpose: 'share',
    orderLineId: line.lineId,
  }))
  const commission = sum(parcel.sold.map((line) => line.commissionFen))
  const entryIds = await postPast(tx, {
    reference: `earned:${parcel.id}`,
    kind: 'earned',
    orderId: parcel.orderId,
    sellerOrderId: parcel.id,
    at: completedAt,
    legs: [
      ...shares,
      ...(parcel.postageFen > 0n
        ? [{ account: payable, amount: -parcel.postageFen, purpose: 'postage' }]
        : []),
      { account: { system: 'platform', kind: 'commission' }, amount: -commission, purpose: 'commission' },
      {
        account: { system: 'platform', kind: 'held' },
        amount: parcel.itemsFen + parcel.postageFen,
        purpose: 'earned',
      },
    ],
  })
  for (const [index, line] of parcel.sold.entries()) {
    const ledgerEntryId = entryIds[index]
    if (ledgerEntryId === undefined) throw new Error('a share without its entry')
    const home = await findHouseholdOn(tx, line.makerId, dayOf(completedAt))
    await tx.incomeAttribution.create({
      data: {
        ledgerEntryId,
        lineMakerId: line.makerRowId,
        personId: line.makerId,
        householdId: home.householdId,
        noHouseholdReason: home.noHouseholdReason,
        statusTermId: home.statusTermId,
        regionId: home.regionId ?? shop.regionId,
        earnedOn: toDateColumn(dayOf(completedAt)),
        source: 'sale',
        amountFen: line.amountFen - line.commissionFen,
      },
    })
  }
}
