import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Who } from './who'

/** What a conversation is asked for by: its own id, the piece that it is or will be about, or the part of an order. */
export type About = { conversationId: string } | { slug: string } | { sellerOrderId: string }

/** What a conversation is about, with whom, before anything was said too. */
export type Subject = {
  sellerId: string
  productId: string | null
  sellerOrderId: string | null
  buyerPersonId: string | null
  /** an order of the two is paid: nothing is held back any more */
  isPaid: boolean
}

/** The conversation that stands, hers alone; null before its first message. A conversation by its id that is not there or not hers is a 404. */
export async function findConversation(
  tx: Tx,
  { who, about }: { who: Who; about: About },
): Promise<{ id: string; keyId: string } | null> {
  const which: Prisma.ConversationWhereInput =
    'conversationId' in about
      ? { id: about.conversationId }
      : 'slug' in about
        ? { product: { slug: about.slug } }
        : { sellerOrderId: about.sellerOrderId }
  const found = await tx.conversation.findFirst({
    where: { AND: [which, who.hers] },
    select: { id: true, keyId: true },
  })
  if (!found && 'conversationId' in about) throw notFound()
  return found
}

/** What it is about. Refuses (404) a piece that is not on sale, her own piece, and a part of an order that is not hers. */
export async function findSubject(tx: Tx, { who, about }: { who: Who; about: About }): Promise<Subject> {
  const subject =
    'conversationId' in about
      ? await tx.conversation.findFirst({
          where: { AND: [{ id: about.conversationId }, who.hers] },
          select: { sellerId: true, productId: true, sellerOrderId: true, buyerPersonId: true },
        })
      : 'slug' in about
        ? await ofPiece(tx, who, about.slug)
        : await ofOrder(tx, who, about.sellerOrderId)
  if (!subject) throw notFound()
  return { ...subject, isPaid: await isPaid(tx, subject) }
}

async function ofPiece(tx: Tx, who: Who, slug: string) {
  if (!('buyerPersonId' in who.hers)) return null
  const { buyerPersonId } = who.hers
  const piece = await tx.product.findFirst({
    where: {
      slug,
      status: 'on_sale',
      seller: { status: 'active', people: { none: { personId: buyerPersonId } } },
    },
    select: { id: true, sellerId: true },
  })
  return piece && { sellerId: piece.sellerId, productId: piece.id, sellerOrderId: null, buyerPersonId }
}

async function ofOrder(tx: Tx, who: Who, sellerOrderId: string) {
  const mine =
    'sellerOrder' in who.hers
      ? who.hers.sellerOrder
      : 'sellerId' in who.hers
        ? { sellerId: who.hers.sellerId }
        : { order: { buyerParty: { personId: who.hers.buyerPersonId } } }
  const part = await tx.sellerOrder.findFirst({
    where: { AND: [{ id: sellerOrderId }, mine] },
    select: { sellerId: true, order: { select: { buyerParty: { select: { personId: true } } } } },
  })
  return (
    part && {
      sellerId: part.sellerId,
      productId: null,
      sellerOrderId,
      buyerPersonId: part.order.buyerParty?.personId ?? null,
    }
  )
}

async function isPaid(tx: Tx, subject: Omit<Subject, 'isPaid'>): Promise<boolean> {
  const { sellerId, sellerOrderId, buyerPersonId } = subject
  const either: Prisma.SellerOrderWhereInput[] = []
  if (sellerOrderId) either.push({ id: sellerOrderId })
  if (buyerPersonId) either.push({ sellerId, order: { buyerParty: { personId: buyerPersonId } } })
  const paid = await tx.sellerOrder.findFirst({
    where: { AND: [{ OR: either }, { order: { paidAt: { not: null } } }] },
    select: { id: true },
  })
  return paid !== null
}
