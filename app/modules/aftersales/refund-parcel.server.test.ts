import { beforeAll, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { recordRefund } from '~/modules/payments/record-refund.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { unsafeGetParcelRefunds } from './get-parcel-refunds.server'
import { markSentByBank, resendByBank } from './refund-by-bank.server'
import { refundParcel } from './refund-parcel.server'

beforeAll(buildGround)

async function paidBy(method: string) {
  const actor = await buildActor({ role: 'finance' })
  const { sellerId } = await buildSeller()
  const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
  const paymentId = await pay(orderId)
  await owner.payment.update({ where: { id: paymentId }, data: { method } })
  const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { actor, sellerOrderId: id }
}

const postage = (fen: bigint, byBank = false) => ({
  lines: [],
  postage: fen,
  bearer: 'seller' as const,
  byBank,
  reason: '寄错了颜色',
})

const refundsOf = (sellerOrderId: string) =>
  owner.refund.findMany({ where: { lines: { some: { sellerOrderId } } }, orderBy: { id: 'asc' } })
const bank = () => findBalance(prisma, { system: 'bank', kind: 'bank' })
const due = () => findBalance(prisma, { system: 'platform', kind: 'refund_due' })

describe('finance gives back', () => {
  it.each([
    ['alipay', 90],
    ['wechat_pay', 180],
  ])('%s money as it came for %i days, then by bank only, and says so', async (method, days) => {
    const { actor, sellerOrderId } = await paidBy(method)
    await passDays(days - 1)
    await refundParcel(actor, sellerOrderId, postage(100n))
    expect(await unsafeGetParcelRefunds(sellerOrderId)).toMatchObject({ byBank: false, postageFen: 900 })
    await passDays(1)
    expect(await unsafeGetParcelRefunds(sellerOrderId)).toMatchObject({ byBank: true })
    await expect(refundParcel(actor, sellerOrderId, postage(200n))).rejects.toMatchObject({
      key: 'aftersales.windowOver',
      field: 'byBank',
    })
    await refundParcel(actor, sellerOrderId, postage(200n, true))
    expect(await refundsOf(sellerOrderId)).toMatchObject([
      { route: 'provider', amountMinor: 100n, requestedById: actor.userId },
      { route: 'bank', amountMinor: 200n, state: 'requested' },
    ])
  })

  it('by bank once: the books move when it was sent', async () => {
    const { actor, sellerOrderId } = await paidBy('alipay')
    await passDays(91)
    await refundParcel(actor, sellerOrderId, postage(300n, true))
    const [refund] = await refundsOf(sellerOrderId)
    const sent = { actor, sellerOrderId, refundId: refund?.id ?? '' }
    const before = [await bank(), await due()] as const
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => markSentByBank(sent)))
    const faults = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(faults).toHaveLength(19)
    expect(new Set(faults.map(({ key }) => key))).toEqual(new Set(['aftersales.refundMoved']))
    expect([(await bank()) - before[0], (await due()) - before[1]]).toEqual([-300n, 300n])
  })

  it('by bank what bounced at the provider, and books it as a second sending', async () => {
    const { actor, sellerOrderId } = await paidBy('card')
    await refundParcel(actor, sellerOrderId, postage(400n))
    const [refund] = await refundsOf(sellerOrderId)
    const it = { actor, sellerOrderId, refundId: refund?.id ?? '' }
    const owed = await due()
    await expect(resendByBank(it)).rejects.toMatchObject({ key: 'aftersales.refundMoved' })
    for (const status of ['succeeded', 'failed'] as const)
      await prisma.$transaction((tx) =>
        recordRefund(tx, it.refundId, {
          refundRef: `re_${it.refundId}`,
          paymentRef: null,
          status,
          amount: 400n,
          currency: 'CNY',
          failureReason: null,
          settlement: null,
        }),
      )
    expect(await due()).toBe(owed)
    await resendByBank(it)
    const before = await bank()
    await markSentByBank(it)
    expect((await bank()) - before).toBe(-400n)
    expect((await due()) - owed).toBe(400n)
  })

  it('nothing of what was never paid, and no more than is left', async () => {
    const { actor, sellerOrderId } = await paidBy('card')
    await expect(refundParcel(actor, crypto.randomUUID(), postage(1n))).rejects.toMatchObject({ status: 404 })
    await expect(refundParcel(actor, sellerOrderId, postage(1001n))).rejects.toMatchObject({
      key: 'aftersales.tooMuch',
    })
    await expect(refundParcel(actor, sellerOrderId, postage(0n))).rejects.toMatchObject({
      key: 'aftersales.nothing',
    })
    expect(await refundsOf(sellerOrderId)).toEqual([])
  })
})
