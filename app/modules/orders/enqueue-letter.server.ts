import type { Tx } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'

/** Puts a letter about an order on its way, in the transaction of what it tells. Only orders that go abroad have an e-mail address. */
export async function enqueueLetter(
  tx: Tx,
  { orderId, about }: { orderId: string; about: string },
): Promise<void> {
  const { country } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { country: true } })
  if (country !== 'CN') await enqueue(tx, 'order-letter', { orderId, about })
}
