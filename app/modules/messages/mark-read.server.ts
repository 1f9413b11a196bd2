import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { type About, findConversation } from './find-conversation.server'
import type { Side } from './phrases'
import type { Who } from './who'

/** Notes that she had open what the other side wrote. Again changes nothing. Refuses a conversation that is not hers (404). */
export async function markRead({ who, about }: { who: Who; about: About }): Promise<void> {
  await inScope(who.scope, async (tx) => {
    const conversation = await findConversation(tx, { who, about })
    if (conversation)
      await readMessages(tx, { conversationId: conversation.id, side: who.side, until: await appNow(tx) })
  })
}

/** The same inside a transaction of hers. */
export async function readMessages(
  tx: Tx,
  { conversationId, side, until }: { conversationId: string; side: Side; until: Date },
): Promise<void> {
  await tx.message.updateMany({
    where: { conversationId, side: { not: side }, readAt: null },
    data: { readAt: until },
  })
}
