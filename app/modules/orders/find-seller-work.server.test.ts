import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { countSellerWork } from './count-seller-work.server'
import { findSellerWork } from './find-seller-work.server'

beforeAll(buildGround)

describe('her work', () => {
  it('tells what is late, what is to be made and what is only to be sent, and counts all of it', async () => {
    const { actor, sellerId } = await buildSeller()
    expect(await countSellerWork({ actor })).toEqual({ inHand: 0, today: 0, late: 0, nextDay: null })
    const ready = await buildPiece({ sellerId })
    const made = await buildPiece({ sellerId, makeMode: 'made_to_order', makeDays: 30 })
    for (const variantId of [ready.variantId, made.variantId])
      await pay((await order(await buildCart([{ variantId }]))).orderId)

    const list = () => findSellerWork({ actor, locale: 'zh-CN', which: 'toShip' })
    const soon = await list()
    expect(soon.map(({ isMade, late }) => [isMade, late])).toEqual([
      [false, false],
      [true, false],
    ])
    expect(await countSellerWork({ actor })).toMatchObject({ inHand: 2, late: 0, nextDay: soon[0]?.shipBy })

    await passDays(10)
    expect((await list()).map(({ isMade, late }) => [isMade, late])).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await countSellerWork({ actor })).toMatchObject({ inHand: 2, late: 1 })
    const today = dayOf(await appNow())
    expect(await findSellerWork({ actor, locale: 'zh-CN', which: 'onTheWay' })).toEqual([])
    await owner.sellerOrder.updateMany({ where: { sellerId }, data: { shipBy: new Date(today) } })
    expect(await countSellerWork({ actor })).toMatchObject({ inHand: 2, today: 2, late: 0, nextDay: today })
  })
})
