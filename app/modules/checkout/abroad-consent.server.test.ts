import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTextToAgree } from '~/modules/payments/find-abroad-consent.server'
import { startPayment } from '~/modules/payments/start-payment.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { abroadText, attempt, checkoutForm, goToPay, order, totalOf } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { checkOut } from './check-out.server'

let sandbox: OpenSandbox
let variantId: string

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 100 })).variantId
})
afterAll(() => sandbox.close())

const placed = async () => (await order(await buildCart([{ variantId }]))).orderId
const paymentsOf = (orderId: string) =>
  owner.payment.findMany({ where: { due: { orderId } }, orderBy: { attempt: 'asc' } })
const ask = (orderId: string) => findTextToAgree({ orderId, locale: 'zh-CN' })

async function press(abroadTextId: string | null) {
  const cartId = await buildCart([{ variantId }])
  const form = { ...(await checkoutForm(await totalOf(cartId))), abroadTextId }
  return checkOut({ actor: null, cartId, locale: 'zh-CN', country: null, form, clientAddress: null })
}

/** The text is replaced by a newer version. */
async function replaceText() {
  const { version } = await owner.textVersion.findUniqueOrThrow({ where: { id: await abroadText() } })
  await passSeconds(1)
  await owner.textVersion.create({
    data: { kind: 'payment_abroad', version: version + 1, locale: 'zh-CN', title: '新的', body: '新的一段' },
  })
}

describe('a payment that goes abroad', () => {
  it('is agreed to by a tick of its own: without it nothing is placed', async () => {
    const before = await owner.order.count()
    await expect(press(null)).rejects.toMatchObject({
      key: 'order.agreeAbroad',
      status: 422,
      field: 'abroadTextId',
    })
    expect(await owner.order.count()).toBe(before)
    const { location } = await press(await abroadText())
    expect(new URL(location).origin).toBe(sandbox.origin.origin)
  })

  it('starts no payment without the tick, and says on it what was ticked and when', async () => {
    const orderId = await placed()
    expect((await ask(orderId))?.id).toBe(await abroadText())
    await expect(startPayment({ orderId, abroadTextId: null })).rejects.toMatchObject({
      field: 'abroadTextId',
    })
    expect(await paymentsOf(orderId)).toEqual([])
    await goToPay(orderId)
    expect(await paymentsOf(orderId)).toMatchObject([
      { state: 'open', abroadTextId: await abroadText(), abroadAgreedAt: expect.any(Date) },
    ])
  })

  it('is not asked for again by a further attempt', async () => {
    const orderId = await placed()
    const url = await goToPay(orderId)
    expect(await ask(orderId)).toBeNull()
    expect(await startPayment({ orderId, abroadTextId: null })).toBe(url)
    const [first] = await paymentsOf(orderId)
    await owner.payment.update({ where: { id: first?.id ?? '' }, data: { state: 'failed' } })
    expect(await startPayment({ orderId, abroadTextId: null })).not.toBe(url)
    const [, second] = await paymentsOf(orderId)
    expect(second).toMatchObject({
      abroadTextId: first?.abroadTextId,
      abroadAgreedAt: first?.abroadAgreedAt,
    })
  })

  it('is asked for again when the text has changed; the page under the old one is closed', async () => {
    const orderId = await placed()
    const old = await abroadText()
    const url = await goToPay(orderId)
    await replaceText()
    expect((await ask(orderId))?.body).toBe('新的一段')
    await expect(startPayment({ orderId, abroadTextId: null })).rejects.toMatchObject({
      key: 'order.agreeAbroad',
    })
    await expect(startPayment({ orderId, abroadTextId: old })).rejects.toMatchObject({
      key: 'order.abroadChanged',
    })
    await expect(press(old)).rejects.toMatchObject({ key: 'order.abroadChanged' })
    expect(await paymentsOf(orderId)).toMatchObject([{ state: 'open' }])
    const urls = await Promise.all(Array.from({ length: 5 }, () => goToPay(orderId)))
    expect(new Set(urls).size).toBe(1)
    expect(urls).not.toContain(url)
    expect(await paymentsOf(orderId)).toMatchObject([
      { state: 'expired', abroadTextId: old },
      { state: 'open', abroadTextId: await abroadText() },
    ])
  })

  it('is held to by the database', async () => {
    const orderId = await placed()
    const { paymentId } = await attempt(orderId)
    const { dueId } = await owner.payment.findUniqueOrThrow({ where: { id: paymentId } })
    const open = { dueId, amountMinor: 1n, currency: 'CNY', sessionId: `cs_${crypto.randomUUID()}` }
    await expect(owner.payment.create({ data: { ...open, attempt: 2 } })).rejects.toThrow('has not agreed')
    await owner.payment.create({
      data: { ...open, attempt: 3, gateway: 'bank_transfer', sessionId: null, state: 'expired' },
    })
    const other = await owner.textVersion.findFirstOrThrow({ where: { kind: 'made_to_order' } })
    const under = { abroadTextId: other.id, abroadAgreedAt: new Date() }
    await expect(owner.payment.create({ data: { ...open, ...under, attempt: 4 } })).rejects.toThrow(
      'another text',
    )
    for (const data of [{ abroadTextId: null, abroadAgreedAt: null }, { abroadAgreedAt: new Date(0) }])
      await expect(owner.payment.update({ where: { id: paymentId }, data })).rejects.toThrow('kept as it was')
  })
})
