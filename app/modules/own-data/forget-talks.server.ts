import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/**
 * Destroys the keys of what she wrote as a buyer, and of its photos: nobody reads it any more, the other side sees that the account was closed. What was handed in with a report that is
 * still open stays until then readable for the desk alone, as evidence.
 */
export async function forgetTalks(tx: Tx, personId: string): Promise<void> {
  const talks = await tx.conversation.findMany({
    where: { buyerPersonId: personId },
    select: {
      id: true,
      keyId: true,
      messages: { select: { photos: { select: { attachment: { select: { keyId: true } } } } } },
    },
  })
  const open = await withinScope(tx, { job: 'report' }, () =>
    tx.conversationReport.findMany({
      where: { conversationId: { in: talks.map(({ id }) => id) }, report: { closedAt: null } },
      select: { conversationId: true },
    }),
  )
  for (const { id, keyId, messages } of talks) {
    if (open.some(({ conversationId }) => conversationId === id)) continue
    await destroyDataKey(tx, keyId)
    for (const { photos } of messages)
      for (const { attachment } of photos) await destroyDataKey(tx, attachment.keyId)
  }
}
