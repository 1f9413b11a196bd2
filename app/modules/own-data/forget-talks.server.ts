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
      messages: { select: { photos: { select: { attachmentId: true } } } },
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
    const ids = messages.flatMap(({ photos }) => photos.map(({ attachmentId }) => attachmentId))
    const sealed = await withinScope(tx, { job: 'files' }, () =>
      tx.attachment.findMany({ where: { id: { in: ids } }, select: { keyId: true } }),
    )
    for (const photo of sealed) await destroyDataKey(tx, photo.keyId)
  }
}
