import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import type { About } from './find-conversation.server'
import { countUnread, countUnreadParts, findConversations } from './find-conversations.server'
import { getConversation } from './get-conversation.server'
import { markRead } from './mark-read.server'
import type { PhraseKey } from './phrases'
import { mostPerHour } from './schema'
import { sendMessage } from './send-message.server'
import { setBlock } from './set-block.server'
import { asBuyer, asOrderHolder, asSeller, type Who } from './who'

beforeAll(buildGround)

const locale = 'en'

/** Says something; a token may be repeated. */
function say(
  who: Who,
  about: About,
  said: { words?: string; phrase?: PhraseKey; token?: string },
): Promise<string> {
  const { words = '', phrase = null, token = crypto.randomUUID() } = said
  return sendMessage({ who, about, form: { words, phrase, token }, photos: [] })
}

async function buildTalk() {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId })
  const buyer = await buildActor({ role: 'buyer' })
  const about = { slug: piece.slug }
  const conversationId = await say(asBuyer(buyer), about, { words: '能做大一点吗？' })
  return { seller, piece, buyer, about, conversationId }
}

/** A paid order of this buyer with the maker, placed by her cart. */
async function buildPaid(
  buyer: Actor,
  variantId: string,
): Promise<{ orderId: string; sellerOrderId: string }> {
  const { orderId } = await order(await buildCart([{ variantId }]))
  const party =
    (await owner.party.findFirst({ where: { personId: buyer.personId } })) ??
    (await owner.party.create({ data: { kind: 'person', personId: buyer.personId } }))
  await owner.order.update({ where: { id: orderId }, data: { buyerPartyId: party.id } })
  await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { orderId, sellerOrderId }
}

describe('a part of an order', () => {
  it('lets its maker write first, to a buyer with an account and to a guest', async () => {
    const { seller, piece, buyer } = await buildTalk()
    const { orderId, sellerOrderId } = await buildPaid(buyer, piece.variantId)
    const about = { sellerOrderId }
    const conversationId = await say(asSeller(seller.actor), about, { words: '穗子要红的还是蓝的？' })
    const read = { about: { conversationId }, locale } as const
    const hers = await getConversation({ who: asBuyer(buyer), ...read })
    expect(hers.messages).toMatchObject([{ isMine: false, words: '穗子要红的还是蓝的？' }])
    const holder = await getConversation({ who: asOrderHolder({ orderId, userId: null }), about, locale })
    expect(holder.messages).toHaveLength(1)
    const guest = await order(await buildCart([{ variantId: piece.variantId }]))
    await pay(guest.orderId)
    const part = await owner.sellerOrder.findFirstOrThrow({ where: { orderId: guest.orderId } })
    await say(asSeller(seller.actor), { sellerOrderId: part.id }, { words: '今天寄出。' })
    const who = asOrderHolder({ orderId: guest.orderId, userId: null })
    const seen = await getConversation({ who, about: { sellerOrderId: part.id }, locale })
    expect(seen.messages).toMatchObject([{ isMine: false, words: '今天寄出。' }])
    const other = await buildSeller()
    await expect(say(asSeller(other.actor), about, { words: '你好' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a conversation', () => {
  it('is read by the two in their languages, and by nobody else', async () => {
    const { seller, buyer, conversationId } = await buildTalk()
    const about = { conversationId }
    expect(await countUnread({ who: asSeller(seller.actor) })).toBe(1)
    await say(asSeller(seller.actor), about, { phrase: 'canMakeIt' })
    expect(await countUnread({ who: asSeller(seller.actor) })).toBe(0)
    const seen = await getConversation({ who: asBuyer(buyer), about, locale })
    expect(seen.messages).toMatchObject([
      { isMine: true, words: '能做大一点吗？', lang: 'zh-CN', isRead: true },
      { isMine: false, phrase: 'canMakeIt', words: null },
    ])
    expect(seen).toMatchObject({ hasUnread: true, isPaid: false, blockedBy: null, canBlock: true })
    await markRead({ who: asBuyer(buyer), about })
    await markRead({ who: asBuyer(buyer), about })
    expect(await countUnread({ who: asBuyer(buyer) })).toBe(0)
    const stranger = await buildActor({ role: 'buyer' })
    const other = await buildSeller()
    for (const who of [asBuyer(stranger), asSeller(other.actor)]) {
      await expect(getConversation({ who, about, locale })).rejects.toMatchObject({ status: 404 })
      await expect(say(who, about, { phrase: 'hello' })).rejects.toMatchObject({ status: 404 })
      expect(await findConversations({ who, locale })).toEqual([])
    }
  })

  it('lies behind the wall, sealed, and stays as it was written', async () => {
    const { buyer, conversationId } = await buildTalk()
    const where = { conversationId }
    expect(await prisma.message.count({ where })).toBe(0)
    const coordinator = await buildActor({ role: 'coordinator', region: '620123' })
    expect(await inScope(coordinator, (tx) => tx.message.count({ where }))).toBe(0)
    const [row] = await owner.message.findMany({ where })
    expect(Buffer.from(row?.words ?? []).toString('utf8')).not.toContain('大一点')
    await expect(
      inScope({ person: buyer.personId }, (tx) =>
        tx.message.updateMany({ where, data: { phrase: 'hello' } }),
      ),
    ).rejects.toThrow('stays as it is')
    await expect(owner.message.deleteMany({ where })).rejects.toThrow('stays as it is')
  })

  it('is one of a buyer about a piece, however often it is begun, and a message is one however often it is sent', async () => {
    const { piece } = await buildTalk()
    const buyer = await buildActor({ role: 'buyer' })
    const token = crypto.randomUUID()
    const ids = await Promise.all(
      [1, 2, 3].map(() => say(asBuyer(buyer), { slug: piece.slug }, { words: '在吗？', token })),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await owner.message.count({ where: { conversationId: ids[0] ?? '' } })).toBe(1)
  })

  it('is not begun about a piece that is not on sale, nor by its own maker, nor with nothing said', async () => {
    const { seller, piece, buyer } = await buildTalk()
    const about = { slug: piece.slug }
    await expect(say(asBuyer(buyer), about, {})).rejects.toMatchObject({ key: 'messages.empty' })
    await expect(say(asBuyer(seller.actor), about, { phrase: 'hello' })).rejects.toMatchObject({
      status: 404,
    })
    await owner.product.update({ where: { id: piece.productId }, data: { status: 'paused' } })
    const another = await buildActor({ role: 'buyer' })
    await expect(say(asBuyer(another), about, { phrase: 'hello' })).rejects.toMatchObject({ status: 404 })
  })

  it('holds numbers back until an order of the two is paid', async () => {
    const { seller, piece, buyer, conversationId } = await buildTalk()
    const about = { conversationId }
    const words = '打我 138 0000 0231'
    for (const who of [asBuyer(buyer), asSeller(seller.actor)])
      await expect(say(who, about, { words })).rejects.toMatchObject({
        key: 'messages.heldNumber',
        field: 'words',
        params: { piece: '138 0000 0231' },
      })
    await buildPaid(buyer, piece.variantId)
    await say(asBuyer(buyer), about, { words })
    await say(asSeller(seller.actor), about, { words })
    expect(await owner.message.count({ where: { conversationId } })).toBe(3)
  })

  it('stops at thirty messages of one person in an hour', async () => {
    const { seller, conversationId } = await buildTalk()
    const who = asSeller(seller.actor)
    for (let sent = 0; sent < mostPerHour; sent += 1) await say(who, { conversationId }, { phrase: 'hello' })
    await expect(say(who, { conversationId }, { phrase: 'hello' })).rejects.toMatchObject({
      key: 'messages.hourFull',
      status: 429,
    })
  })
})

describe('an order', () => {
  it('is written about by a guest who opened it, and by no other order’s', async () => {
    const seller = await buildSeller()
    const piece = await buildPiece({ sellerId: seller.sellerId })
    const { orderId } = await order(await buildCart([{ variantId: piece.variantId }]))
    const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    const guest = asOrderHolder({ orderId, userId: null })
    await expect(say(guest, { sellerOrderId }, { words: '加我微信' })).rejects.toMatchObject({
      key: 'messages.heldAccount',
    })
    await say(guest, { sellerOrderId }, { phrase: 'whenSent' })
    await say(asSeller(seller.actor), { sellerOrderId }, { phrase: 'sentToday' })
    expect(await countUnreadParts({ who: guest })).toEqual({ [sellerOrderId]: 1 })
    const another = await order(await buildCart([{ variantId: piece.variantId }]))
    const stranger = asOrderHolder({ orderId: another.orderId, userId: null })
    await expect(getConversation({ who: stranger, about: { sellerOrderId }, locale })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('a block', () => {
  it('ends messages about pieces in both directions, never those about an order, and is taken back by its side', async () => {
    const { seller, piece, buyer, conversationId } = await buildTalk()
    const about = { conversationId }
    const maker = asSeller(seller.actor)
    for (const _ of [1, 2]) await setBlock({ who: maker, about, isOn: true })
    await expect(say(asBuyer(buyer), about, { phrase: 'hello' })).rejects.toMatchObject({
      key: 'messages.blocked',
    })
    await expect(say(maker, about, { phrase: 'hello' })).rejects.toMatchObject({
      key: 'messages.blockedByYou',
    })
    expect((await getConversation({ who: asBuyer(buyer), about, locale })).blockedBy).toBe('them')
    await setBlock({ who: asBuyer(buyer), about, isOn: false })
    await expect(say(asBuyer(buyer), about, { phrase: 'hello' })).rejects.toMatchObject({ status: 409 })
    const { sellerOrderId } = await buildPaid(buyer, piece.variantId)
    await say(asBuyer(buyer), { sellerOrderId }, { phrase: 'whenSent' })
    await expect(setBlock({ who: maker, about: { sellerOrderId }, isOn: true })).rejects.toMatchObject({
      key: 'messages.orderStays',
    })
    await setBlock({ who: maker, about, isOn: false })
    await say(asBuyer(buyer), about, { phrase: 'hello' })
  })
})
