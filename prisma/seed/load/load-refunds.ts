import { postRefundDecided } from '~/modules/ledger/post-refund-decided.server'
import { cutParcelRefund } from '~/modules/payments/cut-parcel-refund.server'
import { demoAccounts } from '../accounts'
import { before, idAt, type LoadContext, need } from './load-context'
import type { SoldOrder } from './load-orders'

const decidedDaysAgo = 2

/** Postage that goes back to one buyer by hand, from the bank: something for finance to do today. */
export async function loadRefunds(
  { tx, now, users }: LoadContext,
  orders: readonly SoldOrder[],
): Promise<void> {
  const { phone = '' } = demoAccounts.findLast(({ role }) => role === 'finance') ?? {}
  const decidedAt = before(now, decidedDaysAgo)
  const order = orders.findLast(
    ({ paymentId, placedAt, sold }) =>
      paymentId !== null && placedAt < before(now, 10) && sold[0] && sold[0].postageFen > 0n,
  )
  const [parcel] = order?.sold ?? []
  if (!order?.paymentId || !parcel) throw new Error('no order of the sample data paid postage')
  const { paymentId } = order
  const lines = await cutParcelRefund(tx, paymentId, {
    sellerOrderId: parcel.id,
    lines: [],
    postageFen: parcel.postageFen,
    bearer: 'platform',
  })
  const id = idAt(decidedAt)
  await tx.refund.create({
    data: {
      id,
      paymentId,
      amountMinor: parcel.postageFen,
      currency: 'CNY',
      reason: 'goodwill',
      route: 'bank',
      requestedById: need(users, phone),
      createdAt: decidedAt,
      lines: { create: lines },
      events: { create: [{ state: 'requested', cause: 'goodwill', at: decidedAt }] },
    },
    select: { id: true },
  })
  await postRefundDecided(tx, id)
}
