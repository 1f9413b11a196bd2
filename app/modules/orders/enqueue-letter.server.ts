import type { Tx } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'

/**
 * Puts what is told about an order on its way, in the transaction of what it tells: that it is paid, by a letter abroad and a short message inside the mainland; a parcel (`about` is its part) by letter
 * alone, and only orders that go abroad have an e-mail address.
 */
export async function enqueueLetter(
  tx: Tx,
  { orderId, about }: { orderId: string; about: string },
): Promise<void> {
  if (about === 'paid') return enqueue(tx, 'order-letter', { orderId, about })
  const { country } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { country: true } })
  if (country !== 'CN') await enqueue(tx, 'order-letter', { orderId, about })
}
