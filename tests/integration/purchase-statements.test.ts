import { afterAll, beforeAll, expect, it } from 'vitest'
import { addToCart } from '~/modules/cart/add-to-cart.server'
import { startPayment } from '~/modules/payments/start-payment.server'
import { syncOrderPayment } from '~/modules/payments/sync-payment.server'
import { env } from '~/platform/env.server'
import { startSandbox } from '../../scripts/stripe-sandbox/server'
import { submitPayment } from '../../scripts/stripe-sandbox/submit-payment'
import { abroadText, placeForm, totalOf } from '../fixtures/shopping'
import { expectAtMost, statementsOf } from '../fixtures/statements'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'

/** What the steps of a purchase of one piece ask of the database: each bound is what they ask today. */

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let piece: Awaited<ReturnType<typeof buildPiece>>

beforeAll(async () => {
  sandbox = await startSandbox({
    secretKey: env.STRIPE_SECRET_KEY ?? '',
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? '',
  })
  env.STRIPE_API_BASE = sandbox.origin.href
  await buildGround()
  const { sellerId } = await buildSeller()
  piece = await buildPiece({ sellerId, stock: 5 })
})
afterAll(() => sandbox.close())

it('the first piece in a basket: at most two', async () => {
  const { variantId } = piece
  expectAtMost(2, await statementsOf(() => addToCart({ tokens: [], variantId, quantity: 1 })))
})

it('an order, its payment page and the payment, once the books have their accounts: the time comes with what else is asked', async () => {
  await pay()
  const { placed, opened, paid } = await pay()
  // one of them is the form of the fixture
  expectAtMost(12, placed)
  expectAtMost(4, opened)
  expectAtMost(11, paid)
  expect(paid.filter(({ text }) => text === 'SELECT app_now() AS now')).toEqual([])
})

async function pay() {
  const cartId = await buildCart([piece])
  const seenTotalFen = await totalOf(cartId)
  let orderId = ''
  const placed = await statementsOf(async () => {
    orderId = (await placeForm(cartId, { seenTotalFen })).orderId
  })
  const abroadTextId = await abroadText()
  let page = ''
  const opened = await statementsOf(async () => {
    page = await startPayment({ orderId, abroadTextId })
  })
  await submitPayment(page, { cardNumber: '4242 4242 4242 4242' })
  return { placed, opened, paid: await statementsOf(() => syncOrderPayment({ orderId })) }
}
