import { beforeAll, describe, expect, it } from 'vitest'
import { saveAddress } from '~/modules/addresses/save-address.server'
import { endOtherSessions } from '~/modules/auth/end-other-sessions.server'
import { findSessions } from '~/modules/auth/find-sessions.server'
import { startSession } from '~/modules/auth/start-session.server'
import { findMyOrders } from '~/modules/orders/find-my-orders.server'
import { unsafeJoinOrder } from '~/modules/orders/join-order.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { exportOwnData } from './export-own-data.server'

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
    await Promise.all([1, 2, 3].map(() => unsafeJoinOrder({ actor, orderId })))
    await unsafeJoinOrder({ actor: other, orderId })
    expect((await findMyOrders({ actor })).map((one) => one.number)).toEqual([number])
    expect(await findMyOrders({ actor: other })).toEqual([])
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
