import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { placeOrder } from '~/modules/orders/place-order.server'
import { readDue } from '~/modules/payments/read-due.server'
import { startPayment } from '~/modules/payments/start-payment.server'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { owner } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { abroadText, checkoutForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { checkOut } from './check-out.server'

/** The attempt at paying that is written with its order. */

let sandbox: OpenSandbox
let pieces: { variantId: string; quantity: number }[]

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const [a, b] = [await buildSeller(), await buildSeller()]
  const made = [
    await buildPiece({ sellerId: b.sellerId, stock: 100, priceFen: 6801n }),
    await buildPiece({ sellerId: a.sellerId, stock: 100 }),
    await buildPiece({ sellerId: b.sellerId, stock: 100 }),
  ]
  pieces = made.map(({ variantId }, at) => ({ variantId, quantity: at + 1 }))
})
afterAll(() => sandbox.close())

const paymentsOf = (orderId: string) => owner.payment.findMany({ where: { due: { orderId } } })
const place = { code: '110101', text: '北京市 东城区' }

async function filled(token?: string) {
  const cartId = await buildCart(pieces)
  const form = await checkoutForm(await totalOf(cartId), token)
  return { actor: null, cartId, locale: 'zh-CN', clientAddress: null, form } as const
}

describe('the first attempt at paying', () => {
  it('is told to the provider as it would be when read again: a repeat says the same', async () => {
    const abroadTextId = await abroadText()
    const { orderId, toPay } = await placeOrder({
      ...(await filled()),
      place,
      payAbroadTextId: abroadTextId,
    })
    const { order, last } = await prisma.$transaction((tx) => readDue(tx, orderId, null))
    if (!toPay) throw new Error('no attempt')
    expect(order).toMatchObject({
      ...toPay.order,
      lines: toPay.order.lines.map(({ titleZh, titleEn, quantity, priceFen, amountFen, discountFen }) => ({
        ...{ titleZh, titleEn, quantity, priceFen, amountFen, discountFen },
      })),
    })
    expect(order.lines).toHaveLength(3)
    const { openUrl, ...attempt } = toPay.attempt
    expect(openUrl).toBeNull()
    expect(last).toMatchObject({
      ...attempt,
      state: 'created',
      gateway: 'stripe',
      abroadTextId,
      sessionUrl: null,
    })
    // a crash before the page is open: whoever goes on opens the same attempt
    const page = await startPayment({ orderId, abroadTextId: null })
    expect(await startPayment({ orderId, abroadTextId, begun: toPay })).toBe(page)
    expect(await paymentsOf(orderId)).toMatchObject([{ id: toPay.attempt.id, state: 'open' }])
  })

  it('is one, with one page and an operation that is done, for ten presses at once', async () => {
    const token = crypto.randomUUID()
    const input = await filled(token)
    const answers = await Promise.all(Array.from({ length: 10 }, () => checkOut({ ...input, country: null })))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    const operation = await owner.idempotencyKey.findFirstOrThrow({ where: { key: `checkout:${token}` } })
    expect(operation.finishedAt).not.toBeNull()
    expect(operation.lockedUntil).toBeNull()
    const [payment, ...more] = await owner.payment.findMany({
      where: { sessionUrl: answers[0]?.location ?? '' },
      include: { events: true },
    })
    expect(more).toEqual([])
    expect(payment?.events.map(({ state }) => state)).toEqual(['open'])
    expect(await paymentsOf((await dueOf(payment?.dueId ?? '')).orderId)).toHaveLength(1)
  })

  it('and its operation stay open while the provider cannot be reached, and end when it can', async () => {
    const token = crypto.randomUUID()
    const input = await filled(token)
    const away = new PaymentGatewayError('unreachable', null, null)
    vi.spyOn(paymentGateway(), 'startCheckout').mockRejectedValueOnce(away)
    const { location } = await checkOut({ ...input, country: null })
    expect(location).toMatch(/^\/orders\/[\d-]+\/pay$/)
    const open = await owner.idempotencyKey.findFirstOrThrow({ where: { key: `checkout:${token}` } })
    expect(open).toMatchObject({ finishedAt: null, recoveryPoint: 'placed' })
    const again = await checkOut({ ...input, country: null })
    expect(new URL(again.location).origin).toBe(sandbox.origin.origin)
    const done = await owner.idempotencyKey.findFirstOrThrow({ where: { key: `checkout:${token}` } })
    expect(done.finishedAt).not.toBeNull()
  })

  it('is none, and neither is the order, under a text that has been replaced', async () => {
    const input = await filled()
    const before = await owner.order.count()
    const { version } = await owner.textVersion.findUniqueOrThrow({ where: { id: await abroadText() } })
    await owner.textVersion.create({
      data: {
        kind: 'payment_abroad',
        version: version + 1,
        locale: 'zh-CN',
        title: '新的',
        body: '新的一段',
      },
    })
    await expect(checkOut({ ...input, country: null })).rejects.toMatchObject({
      key: 'order.abroadChanged',
      field: 'abroadTextId',
    })
    expect(await owner.order.count()).toBe(before)
  })
})

const dueOf = (dueId: string) => owner.orderDue.findUniqueOrThrow({ where: { id: dueId } })
