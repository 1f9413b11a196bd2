import { inScope } from '~/platform/db/in-scope.server'
import { blindIndex } from '~/platform/secrets/envelope.server'

/** The id of an order that was placed with this number and phone; null when the two do not belong together. */
export function findOrderByPhone({
  number,
  phone,
}: {
  number: string
  phone: string
}): Promise<string | null> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const order = await tx.order.findUnique({
      where: { number },
      select: { id: true, contact: { select: { phoneIndex: true } } },
    })
    if (!order?.contact) return null
    return Buffer.from(order.contact.phoneIndex).equals(Buffer.from(blindIndex('phone', phone)))
      ? order.id
      : null
  })
}
