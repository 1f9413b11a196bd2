import { inScope } from '~/platform/db/in-scope.server'
import { blindIndex } from '~/platform/secrets/envelope.server'
import { readOwnPhone } from './seal-contact.server'

/** `isOwn`: the phone is what whoever ordered a present gave as hers, not that of the parcel. */
export type FoundByPhone = { orderId: string; isOwn: boolean }

/** The order that was placed with this number and phone; null when the two do not belong together. */
export function findOrderByPhone({
  number,
  phone,
}: {
  number: string
  phone: string
}): Promise<FoundByPhone | null> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const order = await tx.order.findUnique({
      where: { number },
      select: { id: true, contact: { select: { phoneIndex: true } } },
    })
    if (!order?.contact) return null
    const { id: orderId, contact } = order
    const isOwn = (await readOwnPhone(tx, orderId)) === phone
    const isParcels = Buffer.from(contact.phoneIndex).equals(Buffer.from(blindIndex('phone', phone)))
    return isOwn || isParcels ? { orderId, isOwn } : null
  })
}
