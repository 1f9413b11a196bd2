import { languageOf } from '~/modules/messages/language-of'
import { sealWords } from '~/modules/messages/sealed-words.server'
import { createDataKey } from '~/platform/secrets/envelope.server'
import { conversations, type SampleConversation } from '../data/messages'
import { keepingBuyer } from '../data/questions'
import { before, idAt, type LoadContext, need } from './load-context'

/** What the demo's buyer and two makers wrote to each other. */
export async function loadMessages(context: LoadContext): Promise<void> {
  const { tx, now, users, sellers } = context
  const buyerUserId = need(users, keepingBuyer)
  const { personId: buyerPersonId } = await tx.user.findUniqueOrThrow({
    where: { id: buyerUserId },
    select: { personId: true },
  })
  for (const conversation of conversations) {
    const seller = need(sellers, conversation.seller)
    const about = await findAbout(context, conversation, buyerPersonId)
    if (!about) continue
    const sellerUser = await tx.user.findUniqueOrThrow({
      where: { personId: seller.ownerId },
      select: { id: true },
    })
    const key = await createDataKey(tx)
    const [first] = conversation.messages
    const { id: conversationId } = await tx.conversation.create({
      data: {
        sellerId: seller.id,
        buyerPersonId,
        ...about,
        keyId: key.keyId,
        createdAt: before(now, first?.daysAgo ?? 0),
      },
      select: { id: true },
    })
    for (const [at, { side, daysAgo, phrase, words, isRead = true }] of conversation.messages.entries()) {
      const sentAt = new Date(before(now, daysAgo).getTime() + at * 60_000)
      const id = idAt(sentAt)
      await tx.message.create({
        data: {
          id,
          conversationId,
          side,
          byUserId: side === 'buyer' ? buyerUserId : sellerUser.id,
          phrase: phrase ?? null,
          words: words === undefined ? null : sealWords(key, id, words),
          lang: words === undefined ? null : languageOf(words),
          token: crypto.randomUUID(),
          sentAt,
          readAt: isRead ? new Date(sentAt.getTime() + 3_600_000) : null,
        },
        select: { id: true },
      })
    }
  }
}

async function findAbout(
  { tx, sellers }: LoadContext,
  { product: slug, seller }: SampleConversation,
  buyerPersonId: string,
): Promise<{ productId: string } | { sellerOrderId: string } | null> {
  if (slug !== null) {
    const { id } = await tx.product.findUniqueOrThrow({ where: { slug }, select: { id: true } })
    return { productId: id }
  }
  const part = await tx.sellerOrder.findFirst({
    where: {
      sellerId: need(sellers, seller).id,
      order: { paidAt: { not: null }, buyerParty: { personId: buyerPersonId } },
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return part && { sellerOrderId: part.id }
}
