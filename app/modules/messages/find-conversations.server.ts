import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { findDataKey } from '~/platform/secrets/envelope.server'
import type { ConversationRow } from './message-view'
import { isPhrase } from './phrases'
import { openWords } from './sealed-words.server'
import { readSubject } from './subject-view.server'
import type { Who } from './who'

const most = 50

type Row = {
  id: string
  keyId: string
  sellerId: string
  productId: string | null
  sellerOrderId: string | null
  messageId: string
  side: 'buyer' | 'seller'
  phrase: string | null
  words: Uint8Array | null
  lang: string | null
  sentAt: Date
  unread: number
}

/** Her conversations, those with something unread first, then the newest. */
export async function findConversations({
  who,
  locale,
}: {
  who: Who
  locale: Locale
}): Promise<ConversationRow[]> {
  return inScope(who.scope, async (tx) => {
    const ids = await tx.conversation.findMany({ where: who.hers, select: { id: true }, take: 1000 })
    const rows = await tx.$queryRaw<Row[]>`
      SELECT c.id, c."keyId", c."sellerId", c."productId", c."sellerOrderId", l.id AS "messageId", l.side::text AS side, l.phrase, l.words, l.lang, l."sentAt", n.unread
      FROM "Conversation" c
      JOIN LATERAL (SELECT * FROM "Message" m WHERE m."conversationId" = c.id ORDER BY m."sentAt" DESC, m.id DESC LIMIT 1) l ON true
      JOIN LATERAL (SELECT count(*)::int AS unread FROM "Message" u WHERE u."conversationId" = c.id AND u."readAt" IS NULL AND u.side::text <> ${who.side}) n ON true
      WHERE c.id = ANY(${ids.map(({ id }) => id)}::uuid[])
      ORDER BY (n.unread > 0) DESC, l."sentAt" DESC LIMIT ${most}`
    const views: ConversationRow[] = []
    for (const row of rows) {
      const key = await findDataKey(tx, row.keyId)
      views.push({
        ...(await readSubject(tx, row, locale)),
        id: row.id,
        unread: row.unread,
        last: {
          isMine: row.side === who.side,
          phrase: row.phrase !== null && isPhrase(row.phrase) ? row.phrase : null,
          words: key && row.words && openWords(key, row.messageId, row.words),
          isErased: key === null && row.words !== null,
          lang: row.lang === null ? null : row.lang === 'en' ? 'en' : 'zh-CN',
          sentAt: row.sentAt.toISOString(),
        },
      })
    }
    return views
  })
}

/** How many messages she has not opened. */
export async function countUnread({ who }: { who: Who }): Promise<number> {
  return inScope(who.scope, (tx) =>
    tx.message.count({ where: { readAt: null, side: { not: who.side }, conversation: who.hers } }),
  )
}

/** The same by part of an order; parts without any are left out. */
export async function countUnreadParts({ who }: { who: Who }): Promise<Record<string, number>> {
  return inScope(who.scope, async (tx) => {
    const rows = await tx.conversation.findMany({
      where: { AND: [who.hers, { sellerOrderId: { not: null } }] },
      take: 100,
      select: {
        sellerOrderId: true,
        _count: { select: { messages: { where: { readAt: null, side: { not: who.side } } } } },
      },
    })
    return Object.fromEntries(
      rows.flatMap(({ sellerOrderId, _count }) =>
        sellerOrderId !== null && _count.messages > 0 ? [[sellerOrderId, _count.messages]] : [],
      ),
    )
  })
}
