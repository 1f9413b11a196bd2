import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { type About, findSubject } from './find-conversation.server'
import type { Who } from './who'

/**
 * Takes no more messages of the other side, or takes them again. It ends those about pieces, never those about an order. Again changes nothing. Refuses one about an order,
 * a guest, and a conversation that is not hers (404).
 */
export async function setBlock({
  who,
  about,
  isOn,
}: {
  who: Who
  about: About
  isOn: boolean
}): Promise<void> {
  await inScope(who.scope, async (tx) => {
    const { sellerId, buyerPersonId, sellerOrderId } = await findSubject(tx, { who, about })
    if (sellerOrderId !== null) throw new Refusal('messages.orderStays', 409)
    if (buyerPersonId === null || who.userId === null) throw notFound()
    const row = { sellerId, buyerPersonId, side: who.side }
    if (isOn)
      await tx.conversationBlock.createMany({
        data: [{ ...row, byUserId: who.userId }],
        skipDuplicates: true,
      })
    else await tx.conversationBlock.deleteMany({ where: row })
  })
}
