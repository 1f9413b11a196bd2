import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { submitPayment } from '../../../scripts/stripe-sandbox/submit-payment'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { goToPay, order } from '../../../tests/fixtures/shopping'
import { deliver, workOff } from '../../../tests/fixtures/webhooks'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { areCardsOver } from './are-cards-over.server'
import { startPayment } from './start-payment.server'
import { syncOrderPayment } from './sync-payment.server'

let sandbox: OpenSandbox
let variantId: string

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 1000 })).variantId
  const validFrom = new Date('2020-01-01')
  await owner.setting.createMany({
    data: [
      { key: 'payments.cardTries', value: 3, validFrom },
      { key: 'payments.alertTries', value: 5, validFrom },
    ],
  })
})
afterAll(() => sandbox.close())

const declined = '4000 0000 0000 0002'

/** An order from a network address, its payment page, and a way to try a card on it and hear of that. */
async function atTheTill(address = crypto.randomUUID()) {
  const { orderId } = await order(await buildCart([{ variantId }]))
  const clientHash = Buffer.from(address)
  await owner.order.update({ where: { id: orderId }, data: { clientHash } })
  const url = await goToPay(orderId)
  const hear = async (times = 1) => {
    const { sessionId } = await owner.payment.findFirstOrThrow({ where: { due: { orderId } } })
    const { paymentRef } = await paymentGateway().readCheckout(sessionId ?? '')
    const objectId = paymentRef ?? ''
    for (let time = 0; time < times; time += 1)
      await deliver({ type: 'payment_intent.payment_failed', objectId })
    await workOff(objectId)
  }
  const tryCard = () => submitPayment(url, { cardNumber: declined })
  const { number } = await owner.order.findUniqueOrThrow({ where: { id: orderId } })
  return { orderId, number, url, hear, tryCard, subjectId: clientHash.toString('hex').slice(0, 12) }
}

const triesOf = (orderId: string) => owner.refusedTry.count({ where: { payment: { due: { orderId } } } })
const paymentsOf = (orderId: string) =>
  owner.payment.findMany({ where: { due: { orderId } }, orderBy: { attempt: 'asc' } })

describe('cards that are refused on a payment page', () => {
  it('are counted once each, however often and late their events come', async () => {
    const { orderId, hear, tryCard } = await atTheTill()
    await tryCard()
    await hear(4)
    expect(await triesOf(orderId)).toBe(1)
    await tryCard()
    await hear(3)
    await hear()
    expect(await triesOf(orderId)).toBe(2)
    expect(await paymentsOf(orderId)).toMatchObject([{ state: 'open' }])
    expect(await areCardsOver(orderId)).toBe(false)
  })

  it('close the page when there are too many, and the next page takes wallets only', async () => {
    const { orderId, url, hear, tryCard } = await atTheTill()
    for (let time = 0; time < 3; time += 1) await tryCard()
    await hear(2)
    const [first] = await paymentsOf(orderId)
    expect(first).toMatchObject({ state: 'expired', offeredMethods: ['card', 'alipay', 'wechat_pay'] })
    expect(await owner.paymentEvent.findMany({ where: { paymentId: first?.id ?? '' } })).toContainEqual(
      expect.objectContaining({ state: 'expired', cause: 'card_tries' }),
    )
    expect((await submitPayment(url, { cardNumber: '4242 4242 4242 4242' })).status).toBe(200)
    expect(await paymentGateway().readCheckout(first?.sessionId ?? '')).toMatchObject({ status: 'expired' })

    const next = await startPayment({ orderId, abroadTextId: null })
    await hear()
    const [, second] = await paymentsOf(orderId)
    expect(second).toMatchObject({ state: 'open', offeredMethods: ['alipay', 'wechat_pay'] })
    expect(await owner.alert.count({ where: { kind: 'methods_missing' } })).toBe(0)
    await submitPayment(next, { method: 'alipay' })
    await syncOrderPayment({ orderId })
    expect(await owner.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ status: 'paid' })
  })

  it('do not un-pay an order whose last card was taken, though they are heard of afterwards', async () => {
    const { orderId, url, hear, tryCard } = await atTheTill()
    for (let time = 0; time < 3; time += 1) await tryCard()
    await submitPayment(url, { cardNumber: '4242 4242 4242 4242' })
    await hear()
    expect(await triesOf(orderId)).toBe(3)
    expect(await owner.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ status: 'paid' })
    expect(await paymentsOf(orderId)).toMatchObject([{ state: 'paid' }])
  })

  it('call staff once when many come from one address within an hour', async () => {
    const address = crypto.randomUUID()
    const [one, two, three] = [await atTheTill(address), await atTheTill(address), await atTheTill(address)]
    const alerts = () => owner.alert.findMany({ where: { kind: 'cards_tried', subjectId: one.subjectId } })
    for (const { tryCard, hear } of [one, two]) {
      await tryCard()
      await tryCard()
      await hear()
    }
    expect(await alerts()).toEqual([])
    await passSeconds(3601)
    await three.tryCard()
    await three.hear()
    expect(await alerts(), 'the others are an hour old').toEqual([])
    const four = await atTheTill(address)
    for (let time = 0; time < 3; time += 1) {
      await four.tryCard()
      await four.hear(2)
    }
    expect(await alerts()).toEqual([])
    const five = await atTheTill(address)
    await five.tryCard()
    await five.hear()
    const numbers = [three, four, five]
      .map(({ number }) => number)
      .sort()
      .reverse()
      .join(', ')
    expect(await alerts()).toMatchObject([
      { subjectType: 'NetworkAddress', detail: { tries: 5, orders: numbers } },
    ])
    await five.tryCard()
    await five.hear()
    expect(await alerts()).toHaveLength(1)
  })
})
