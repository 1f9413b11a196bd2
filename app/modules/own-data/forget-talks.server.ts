import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

const keys = {
  id: true,
  keyId: true,
  messages: { select: { photos: { select: { attachmentId: true } } } },
} as const
type Talk = {
  keyId: string
  messages: readonly { photos: readonly { attachmentId: string }[] }[]
}

/**
 * Destroys the keys of what she wrote as a buyer, and of its photos: nobody reads it any more, the other side sees that the account was closed. What was handed in with a report that is
 * still open stays until then readable for the desk alone, as evidence; sweepTalks destroys it afterwards.
 */
export async function forgetTalks(tx: Tx, personId: string): Promise<void> {
  const talks = await tx.conversation.findMany({ where: { buyerPersonId: personId }, select: keys })
  const open = await withinScope(tx, { job: 'report' }, () =>
    tx.conversationReport.findMany({
      where: { conversationId: { in: talks.map(({ id }) => id) }, report: { closedAt: null } },
      select: { conversationId: true },
    }),
  )
  for (const talk of talks)
    if (!open.some(({ conversationId }) => conversationId === talk.id)) await forgetTalk(tx, talk)
}

/**
 * Forgets at most `batch` conversations of buyers who closed their accounts while a report held them, once every report about them is closed, and says how many. A report that is being made of one at the same
 * moment comes before or finds nothing to read.
 */
export function sweepTalks({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'report' }, async (tx) => {
    const free = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id::text FROM "Conversation" c JOIN "User" u ON u."personId" = c."buyerPersonId" JOIN "DataKey" k ON k.id = c."keyId"
      WHERE u."closedAt" IS NOT NULL AND k."destroyedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ConversationReport" x JOIN "Report" r ON r.id = x."reportId" WHERE x."conversationId" = c.id AND r."closedAt" IS NULL)
      ORDER BY c.id LIMIT ${batch}`
    const talks = await tx.conversation.findMany({
      where: { id: { in: free.map(({ id }) => id) } },
      select: keys,
    })
    for (const talk of talks) await forgetTalk(tx, talk)
    return talks.length
  })
}

async function forgetTalk(tx: Tx, { keyId, messages }: Talk): Promise<void> {
  await destroyDataKey(tx, keyId)
  const ids = messages.flatMap(({ photos }) => photos.map(({ attachmentId }) => attachmentId))
  const sealed = await withinScope(tx, { job: 'files' }, () =>
    tx.attachment.findMany({ where: { id: { in: ids } }, select: { keyId: true } }),
  )
  for (const photo of sealed) await destroyDataKey(tx, photo.keyId)
}
