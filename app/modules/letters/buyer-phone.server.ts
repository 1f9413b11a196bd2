import { readSecret } from '~/modules/people/read-secret.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** Her own phone where she is known, else that of the parcel; a present goes to somebody who is not to see what it cost, and then there is none. */
export async function findBuyerPhone(
  tx: Tx,
  { orderId, parcelPhone }: { orderId: string; parcelPhone: string },
): Promise<string | null> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      hidePrices: true,
      words: { select: { giftNote: true } },
      buyerParty: { select: { personId: true } },
    },
  })
  const personId = order.buyerParty?.personId
  if (personId)
    return withinScope(tx, { person: personId }, () => readSecret(tx, { personId, field: 'phone' }))
  return order.hidePrices || order.words?.giftNote ? null : parcelPhone
}
