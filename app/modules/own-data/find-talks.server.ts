import type { Actor } from '~/modules/auth/actor'
import { readAll } from '~/modules/messages/get-conversation.server'
import type { Side } from '~/modules/messages/phrases'
import { readSubject } from '~/modules/messages/subject-view.server'
import type { Tx } from '~/platform/db/prisma.server'

/** What was written between her and others, as a buyer and for shops of her own: the newest 500 conversations, of each its newest 200 messages. The other side is never named. */
export async function findTalks(tx: Tx, { personId, sellerIds }: Actor) {
  const rows = await tx.conversation.findMany({
    where: { OR: [{ buyerPersonId: personId }, { sellerId: { in: sellerIds } }] },
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: {
      id: true,
      keyId: true,
      sellerId: true,
      productId: true,
      sellerOrderId: true,
      buyerPersonId: true,
    },
  })
  const talks = []
  for (const row of rows) {
    const side: Side = row.buyerPersonId === personId ? 'buyer' : 'seller'
    const { piece, order, sellerName } = await readSubject(tx, row, 'zh-CN')
    const messages = await readAll(tx, { ...row, side })
    talks.push({
      side,
      shop: sellerName,
      piece: piece?.title ?? null,
      order: order?.number ?? null,
      messages: messages.map(({ isMine, phrase, words, sentAt, photos }) => ({
        by: isMine ? 'me' : 'them',
        sentAt,
        phrase,
        words,
        photos: photos.length,
      })),
    })
  }
  return talks
}
