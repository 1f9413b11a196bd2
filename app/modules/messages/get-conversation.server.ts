import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { findDataKey } from '~/platform/secrets/envelope.server'
import { type About, findConversation, findSubject, type Subject } from './find-conversation.server'
import type { ConversationView, MessageView } from './message-view'
import { isPhrase, type Side } from './phrases'
import { openWords } from './sealed-words.server'
import { readSubject } from './subject-view.server'
import type { Who } from './who'

const most = 200

/** A conversation as one of its two sides reads it, the newest 200 messages; an empty one before the first. Refuses what is not hers (404). */
export async function getConversation({
  who,
  about,
  locale,
}: {
  who: Who
  about: About
  locale: Locale
}): Promise<ConversationView> {
  return inScope(who.scope, async (tx) => {
    const conversation = await findConversation(tx, { who, about })
    const subject = await findSubject(tx, {
      who,
      about: conversation ? { conversationId: conversation.id } : about,
    })
    const messages = conversation ? await readAll(tx, { ...conversation, side: who.side }) : []
    return {
      ...(await readSubject(tx, subject, locale)),
      id: conversation?.id ?? null,
      side: who.side,
      messages,
      hasUnread: messages.some(({ isMine, isRead }) => !isMine && !isRead),
      isPaid: subject.isPaid,
      isClosed: conversation !== null && (await findDataKey(tx, conversation.keyId)) === null,
      blockedBy: subject.sellerOrderId ? null : await findBlock(tx, subject, who),
      canBlock: subject.sellerOrderId === null && who.userId !== null,
    }
  })
}

/** Every message in the clear, oldest first; without their words and photos once the key was destroyed. */
export async function readAll(
  tx: Tx,
  { id, keyId, side }: { id: string; keyId: string; side: Side },
): Promise<MessageView[]> {
  const rows = await tx.message.findMany({
    where: { conversationId: id },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      id: true,
      side: true,
      phrase: true,
      words: true,
      lang: true,
      sentAt: true,
      readAt: true,
      photos: { orderBy: { position: 'asc' }, select: { attachmentId: true } },
    },
  })
  const key = await findDataKey(tx, keyId)
  return rows.reverse().map((row) => ({
    id: row.id,
    isMine: row.side === side,
    side: row.side,
    phrase: row.phrase !== null && isPhrase(row.phrase) ? row.phrase : null,
    words: key && row.words && openWords(key, row.id, row.words),
    isErased: key === null && row.words !== null,
    lang: row.lang === null ? null : row.lang === 'en' ? 'en' : 'zh-CN',
    sentAt: row.sentAt.toISOString(),
    isRead: row.readAt !== null,
    photos: key === null ? [] : row.photos.map(({ attachmentId }) => attachmentId),
  }))
}

async function findBlock(
  tx: Tx,
  { sellerId, buyerPersonId }: Subject,
  who: Who,
): Promise<'me' | 'them' | null> {
  if (buyerPersonId === null) return null
  const blocks = await tx.conversationBlock.findMany({
    where: { sellerId, buyerPersonId },
    take: 2,
    select: { side: true },
  })
  if (blocks.some(({ side }) => side === who.side)) return 'me'
  return blocks.length > 0 ? 'them' : null
}
