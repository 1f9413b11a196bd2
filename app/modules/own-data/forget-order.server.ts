import { randomBytes } from 'node:crypto'
import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Who received an order is gone with the key, backups included, and so are the words for the maker, the answers to her, the card and why a part was given up; its link opens nothing any more. The key of an issued invoice stays: it lies under the order's. */
export async function forgetOrder(tx: Tx, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { contact: { select: { keyId: true } }, invoice: { select: { state: true } } },
  })
  if (order.contact && order.invoice?.state !== 'issued') await destroyDataKey(tx, order.contact.keyId)
  await tx.orderContact.deleteMany({ where: { orderId } })
  await tx.orderWords.deleteMany({ where: { orderId } })
  await tx.lineAnswers.deleteMany({ where: { line: { sellerOrder: { orderId } } } })
  await tx.cancelWords.deleteMany({ where: { sellerOrder: { orderId } } })
  await tx.order.update({
    where: { id: orderId },
    data: {
      clientHash: null,
      deviceHash: null,
      accessHash: new Uint8Array(randomBytes(32)),
    },
    select: { id: true },
  })
}
