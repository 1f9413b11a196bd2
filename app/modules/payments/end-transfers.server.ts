import type { Tx } from '~/platform/db/prisma.server'
import { advancePayment } from './advance-payment.server'

/** Ends what is open of paying an order by bank transfer: it was closed, or the buyer takes another way. Money that arrives all the same is late money. */
export async function endTransfers(tx: Tx, { orderId, cause }: { orderId: string; cause: string }) {
  const open = await tx.payment.findMany({
    where: { due: { orderId }, gateway: 'bank_transfer', state: { in: ['created', 'open'] } },
    select: { id: true },
  })
  for (const { id } of open) await advancePayment(tx, { paymentId: id, to: 'expired', cause })
}
