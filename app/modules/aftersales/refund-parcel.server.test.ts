import { beforeAll, describe, expect, it } from 'vitest'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { unsafeJoinOrder } from '~/modules/orders/join-order.server'
import { recordRefund } from '~/modules/payments/record-refund.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { pay, placeForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findWaitingRefunds } from './find-waiting-refunds.server'
import { unsafeGetParcelRefunds } from './get-parcel-refunds.server'
import { openRefundContact } from './open-refund-contact.server'
import { markSentByBank, resendByBank } from './refund-by-bank.server'
import { refundParcel } from './refund-parcel.server'

beforeAll(buildGround)

async function paidBy(method: string, present: { hidePrices?: boolean; buyerPhone?: string } = {}) {
  const actor = await buildActor({ role: 'finance' })
  const { sellerId } = await buildSeller()
  const cartId = await buildCart([await buildPiece({ sellerId })])
  const { orderId } = await placeForm(cartId, { seenTotalFen: await totalOf(cartId), ...present })
  const paymentId = await pay(orderId)
  await owner.payment.update({ where: { id: paymentId }, data: { method } })
  const { id } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { actor, orderId, sellerOrderId: id }
}

/** Whom finance calls about a present that is given back by bank. */
async function contactOfPresent(change: (orderId: string) => Promise<unknown> = async () => {}) {
  const present = { hidePrices: true, buyerPhone: '13800009912' }
  const { actor, orderId, sellerOrderId } = await paidBy('alipay', present)
  await change(orderId)
  await passDays(91)
  await refundParcel(actor, sellerOrderId, postage(100n, true))
  const [refund] = await refundsOf(sellerOrderId)
  return openRefundContact({ actor, refundId: refund?.id ?? '' })
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
const today = async () => dayOf(await appNow())
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
    const it = { actor, refundId: refund?.id ?? '', sentOn: await today() }
    const sent = (bankRef: string) => markSentByBank({ ...it, bankRef })
    const before = [await bank(), await due()] as const
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => sent(`R300-${at}`)))
    const faults = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(faults).toHaveLength(19)
    expect(new Set(faults.map(({ key }) => key))).toEqual(new Set(['aftersales.refundMoved']))
    const [booked] = await refundsOf(sellerOrderId)
    await sent(booked?.bankRef ?? '')
    expect([(await bank()) - before[0], (await due()) - before[1]]).toEqual([-300n, 300n])
    expect(
      await owner.auditEvent.count({ where: { subjectId: it.refundId, action: 'refund.sentByBank' } }),
    ).toBe(1)
  })

  it('by bank what bounced at the provider, and books it as a second sending', async () => {
    const { actor, sellerOrderId } = await paidBy('card')
    await refundParcel(actor, sellerOrderId, postage(400n))
    const [refund] = await refundsOf(sellerOrderId)
    const it = { actor, refundId: refund?.id ?? '' }
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
    await markSentByBank({ ...it, bankRef: 'R400', sentOn: await today() })
    expect((await bank()) - before).toBe(-400n)
    expect((await due()) - owed).toBe(400n)
  })

  it('of a present by asking whoever gave it, never its receiver', async () => {
    expect(await contactOfPresent()).toEqual({ name: null, phone: '13800009912' })
    const buyer = await buildActor({ role: 'buyer' })
    const account = await contactOfPresent((orderId) => unsafeJoinOrder({ actor: buyer, orderId })).catch(
      (error: unknown) => error,
    )
    expect(account).toMatchObject({ key: 'aftersales.noContact', status: 409 })
  })

  it('by bank under a number of its own, on a day that has come; who owes it stands in the list until then', async () => {
    const { actor, sellerOrderId } = await paidBy('alipay')
    await passDays(91)
    for (const fen of [500n, 200n]) await refundParcel(actor, sellerOrderId, postage(fen, true))
    await passDays(2)
    const [first, second] = await refundsOf(sellerOrderId)
    const of = (refundId = '') => ({ actor, refundId, bankRef: 'R500', sentOn: '' })
    const listed = async () => (await findWaitingRefunds({ actor })).byBank.rows.map(({ id }) => id)
    expect((await findWaitingRefunds({ actor })).byBank.rows).toContainEqual(
      expect.objectContaining({ id: first?.id, sellerOrderId, amountFen: 500, ageDays: 2, method: 'alipay' }),
    )
    const contact = { actor, refundId: first?.id ?? '' }
    expect(await openRefundContact(contact)).toEqual({ name: '林若溪', phone: '13800001276' })
    const day = await today()
    for (const [sentOn, key] of [
      [addDays(day, 1), 'aftersales.sentLater'],
      [addDays(day, -3), 'aftersales.sentBefore'],
    ] as const)
      await expect(markSentByBank({ ...of(first?.id), sentOn })).rejects.toMatchObject({
        key,
        field: 'sentOn',
      })
    await markSentByBank({ ...of(first?.id), sentOn: addDays(day, -1) })
    await expect(markSentByBank({ ...of(second?.id), sentOn: day })).rejects.toMatchObject({
      key: 'transfer.refKnown',
      field: 'bankRef',
    })
    expect(await listed()).not.toContain(first?.id)
    expect(await listed()).toContain(second?.id)
    await expect(openRefundContact(contact)).rejects.toMatchObject({ status: 404 })
    await expect(markSentByBank({ ...of(crypto.randomUUID()), sentOn: day })).rejects.toMatchObject({
      status: 404,
    })
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
