import { destroyKeysShownOnlyIn } from '~/modules/attachments/destroy-keys.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

const own = { id: true, keyId: true } as const
type Talk = { id: string; keyId: string }

/**
 * Destroys the keys of what she wrote as a buyer, and of its photos that are shown nowhere else: nobody reads it any more, the other side sees that the account was closed. What was handed in with a report that is
 * still open stays until then readable for the desk alone, as evidence; sweepTalks destroys it afterwards.
 */
export async function forgetTalks(tx: Tx, personId: string): Promise<void> {
  const talks = await tx.conversation.findMany({ where: { buyerPersonId: personId }, select: own })
  const open = await withinScope(tx, { job: 'report' }, () =>
    tx.conversationReport.findMany({
      where: { conversationId: { in: talks.map(({ id }) => id) }, report: { closedAt: null } },
      select: { conversationId: true },
    }),
  )
  const isFree = ({ id }: Talk) => !open.some(({ conversationId }) => conversationId === id)
  await forgetAll(tx, talks.filter(isFree))
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
      select: own,
    })
    await forgetAll(tx, talks)
    return talks.length
  })
}

async function forgetAll(tx: Tx, talks: readonly Talk[]): Promise<void> {
  await destroyKeysShownOnlyIn(
    tx,
    talks.map(({ id }) => id),
  )
  for (const { keyId } of talks) await destroyDataKey(tx, keyId)
}
