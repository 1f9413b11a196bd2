import { beforeAll, describe, expect, it } from 'vitest'
import { saveAddress } from '~/modules/addresses/save-address.server'
import { endOtherSessions } from '~/modules/auth/end-other-sessions.server'
import { findSessions } from '~/modules/auth/find-sessions.server'
import { startSession } from '~/modules/auth/start-session.server'
import type { About } from '~/modules/messages/find-conversation.server'
import { findConversations } from '~/modules/messages/find-conversations.server'
import { getConversation } from '~/modules/messages/get-conversation.server'
import { reportConversation } from '~/modules/messages/report-conversation.server'
import { sendMessage } from '~/modules/messages/send-message.server'
import { asBuyer, asSeller, type Who } from '~/modules/messages/who'
import { findMyOrders } from '~/modules/orders/find-my-orders.server'
import { unsafeJoinOrder } from '~/modules/orders/join-order.server'
import { closeReport } from '~/modules/reports/change-report.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { exportOwnData } from './export-own-data.server'
import { forgetTalks, sweepTalks } from './forget-talks.server'

let variantId = ''

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 100 })).variantId
})

const buyer = () => buildActor({ role: 'buyer' })
const guestOrder = async () => order(await buildCart([{ variantId }]))

describe('a guest’s order', () => {
  it('becomes one of hers once, and never somebody else’s', async () => {
    const [actor, other] = [await buyer(), await buyer()]
    const { orderId, number } = await guestOrder()
    const said = await Promise.all([1, 2, 3].map(() => unsafeJoinOrder({ actor, orderId })))
    expect(said.sort()).toEqual(['hers', 'hers', 'joined'])
    expect(await unsafeJoinOrder({ actor: other, orderId })).toBe('held')
    expect((await findMyOrders({ actor, locale: 'zh-CN' })).map((one) => one.number)).toEqual([number])
    expect(await findMyOrders({ actor: other, locale: 'zh-CN' })).toEqual([])
    const audits = await owner.auditEvent.findMany({ where: { subjectId: orderId } })
    expect(audits.map(({ action, actorUserId }) => [action, actorUserId])).toEqual([
      ['order.joined', actor.userId],
    ])
  })
})

describe('her own data', () => {
  it('is all that is hers and nothing else, also of somebody who sees a whole county, and is audited', async () => {
    const actor = await buildActor({ role: 'coordinator', region: '62' })
    const other = await buyer()
    for (const [who, line] of [
      [actor, '示例路 1 号'],
      [other, '别人的路 2 号'],
    ] as const) {
      const fields = { name: '林若溪', phone: '13800001276', province: '11', county: '东城区', line }
      await saveAddress({ actor: who, form: { ...fields, isDefault: false }, addressId: null })
      await unsafeJoinOrder({ actor: who, orderId: (await guestOrder()).orderId })
    }
    const data = await exportOwnData({ actor })
    expect(data.addresses).toMatchObject([{ line: '示例路 1 号', phone: '13800001276' }])
    expect(data.orders).toMatchObject([
      {
        totalFen: 7800,
        contact: { name: '林若溪', line: '示例胡同 8 号' },
        invoice: null,
        parcels: [{ lines: [{ quantity: 1, priceFen: 6800 }] }],
      },
    ])
    expect(JSON.stringify(data)).not.toContain('别人的路')
    const audits = await owner.auditEvent.findMany({ where: { actorUserId: actor.userId } })
    expect(audits.map(({ action }) => action).sort()).toEqual(['order.joined', 'own_data.exported'])
  })
})

describe('what she wrote', () => {
  const say = (who: Who, about: About, words: string) =>
    sendMessage({ who, about, form: { words, phrase: null, token: crypto.randomUUID() }, photos: [] })

  it('is in her file with what was answered, also a maker’s with what was done for her', async () => {
    const maker = await buildSeller()
    const { slug } = await buildPiece({ sellerId: maker.sellerId })
    const [her, other] = [await buyer(), await buyer()]
    const conversationId = await say(asBuyer(her), { slug }, '有红的吗？')
    await say(asSeller(maker.actor), { conversationId }, '有，还有两个。')
    await say(asBuyer(other), { slug }, '别人问的话')
    const data = await exportOwnData({ actor: her })
    expect(data.conversations).toMatchObject([
      {
        side: 'buyer',
        messages: [
          { by: 'me', words: '有红的吗？' },
          { by: 'them', words: '有，还有两个。' },
        ],
      },
    ])
    expect(JSON.stringify(data)).not.toContain('别人问的话')
    const hers = await exportOwnData({ actor: maker.actor })
    expect(hers.conversations).toHaveLength(2)
    expect(hers).toMatchObject({ mandates: [], acts: [] })
  })

  it('is read by nobody once the account is closed, and nothing more is written there', async () => {
    const maker = await buildSeller()
    const { slug } = await buildPiece({ sellerId: maker.sellerId })
    const her = await buyer()
    const conversationId = await say(asBuyer(her), { slug }, '送到兰州要几天？')
    await inScope({ person: her.personId }, (tx) => forgetTalks(tx, her.personId))
    const seen = await getConversation({
      who: asSeller(maker.actor),
      about: { conversationId },
      locale: 'en',
    })
    expect(seen).toMatchObject({ isClosed: true, messages: [{ words: null, isErased: true }] })
    const [row] = await findConversations({ who: asSeller(maker.actor), locale: 'en' })
    expect(row?.last).toMatchObject({ words: null, isErased: true })
    await expect(say(asSeller(maker.actor), { conversationId }, '三天')).rejects.toMatchObject({
      key: 'messages.accountClosed',
    })
  })
})

describe('what was handed in as evidence', () => {
  it('outlives her account until the report is closed, and goes then', async () => {
    const maker = await buildSeller()
    const { slug } = await buildPiece({ sellerId: maker.sellerId })
    const her = await buyer()
    const token = crypto.randomUUID()
    const about = { slug }
    const form = { words: '发来的和照片不一样', phrase: null, token }
    const conversationId = await sendMessage({ who: asBuyer(her), about, form, photos: [] })
    const report = { report: '她不肯退。', contact: '13900005277' }
    const address = '10.0.0.7'
    const handedIn = { about: { conversationId }, form: report, locale: 'zh-CN', address } as const
    await reportConversation({ who: asBuyer(her), ...handedIn })
    await inScope({ person: her.personId }, (tx) => forgetTalks(tx, her.personId))
    await owner.user.update({
      where: { id: her.userId },
      data: { closedAt: new Date(), disabledAt: new Date() },
    })
    const isGone = async () =>
      (await owner.conversation.count({
        where: { id: conversationId, key: { destroyedAt: { not: null } } },
      })) === 1
    expect(await sweepTalks({ batch: 100 })).toBe(0)
    expect(await isGone()).toBe(false)
    const [{ reportId } = { reportId: '' }] = await owner.conversationReport.findMany({
      where: { conversationId },
    })
    const actor = await buildActor({ role: 'coordinator', region: '620123' })
    const last = { outcome: 'upheld', answer: '已经请她退款。', reason: '照片和实物不符' } as const
    await closeReport({ actor, reportId, ...last })
    expect(await sweepTalks({ batch: 100 })).toBe(1)
    expect(await isGone()).toBe(true)
    expect(await sweepTalks({ batch: 100 })).toBe(0)
  })
})

describe('signing out the other devices', () => {
  it('leaves the one that asks, and nobody else’s', async () => {
    const [actor, other] = [await buyer(), await buyer()]
    const start = ({ userId }: { userId: string }) =>
      inScope({ job: 'sign_in' }, (tx) => startSession(tx, { userId, oldToken: null, device: null }))
    const { token } = await start(actor)
    for (const who of [actor, actor, other]) await start(who)
    await endOtherSessions({ actor, token })
    expect(await findSessions({ actor, token })).toMatchObject([{ isThisOne: true }])
    expect(await findSessions({ actor: other, token: null })).toHaveLength(1)
  })
})
