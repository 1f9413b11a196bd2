import { afterAll, beforeAll, expect, it } from 'vitest'
import { addToCart } from '~/modules/cart/add-to-cart.server'
import { getCart } from '~/modules/cart/get-cart.server'
import { checkOut } from '~/modules/checkout/check-out.server'
import { findTill } from '~/modules/checkout/find-till.server'
import { sendOrderLetter } from '~/modules/letters/send-order-letter.server'
import { findUnpaidOrder } from '~/modules/orders/find-unpaid-order.server'
import { syncOrderPayment } from '~/modules/payments/sync-payment.server'
import { submitPayment } from '../../scripts/stripe-sandbox/submit-payment'
import { sellMany } from '../fixtures/many-sales'
import { owner } from '../fixtures/owner'
import { oftenPlannedOnce, readsOf } from '../fixtures/plans'
import { type OpenSandbox, openSandbox } from '../fixtures/sandbox'
import { checkoutForm, totalOf } from '../fixtures/shopping'
import { type Asked, expectAtMost, statementsOf } from '../fixtures/statements'
import { buildCart, buildPiece, buildSeller } from '../fixtures/world'

/** What the steps of a purchase of one piece ask of the database: each bound is what they ask today. */

/** Lines that the shop has sold: so few that reading them all is soon thought to be cheaper than looking for one. */
const ordersBefore = 1_500

let sandbox: OpenSandbox
let piece: Awaited<ReturnType<typeof buildPiece>>

beforeAll(async () => {
  sandbox = await openSandbox()
  await sellMany(ordersBefore, { makers: 3 })
  const { sellerId } = await buildSeller()
  piece = await buildPiece({ sellerId, stock: 5 })
})
afterAll(() => sandbox.close())

it('the first piece in a basket: at most two', async () => {
  const { variantId } = piece
  expectAtMost(2, await statementsOf(() => addToCart({ tokens: [], variantId, quantity: 1 })))
})

it('what the checkout’s page shows of a basket and beside it: at most two', async () => {
  const cartId = await buildCart([piece])
  const shown = async () => {
    await getCart({ cartIds: [cartId], locale: 'zh-CN' })
    await findTill({ locale: 'zh-CN', country: 'CN' })
  }
  expectAtMost(2, await statementsOf(shown))
})

it('an order with its payment page, the payment once the books have their accounts, and its letter: the time comes with what else is asked', async () => {
  await pay()
  const { placed, paid, told } = await pay()
  // the beginning within its walls is one of them
  expectAtMost(7, placed)
  expectAtMost(4, paid)
  expectAtMost(3, told)
  expect(paid.filter(({ text }) => text === 'SELECT app_now() AS now')).toEqual([])
})

it('what a payment moves is looked for: no order but its own is read', async () => {
  const { paid } = await pay()
  const statements = paid.filter(({ text }) => text !== 'BEGIN')
  const reads = (await Promise.all(statements.map((statement) => readsOf(statement)))).flat()
  const ofOrders = reads.filter(({ table }) =>
    ['Order', 'OrderDue', 'OrderLine', 'Payment', 'SellerOrder'].includes(table),
  )
  expect(ofOrders.map(({ table }) => table)).toContain('SellerOrder')
  expect(ofOrders.filter(({ isWhole }) => isWhole)).toEqual([])
})

it('the order that waits for its payment is looked for by the plan that is made once, also among many that wait', async () => {
  await owner.order.updateMany({ data: { status: 'pending_payment', payBy: new Date('2126-12-01') } })
  await owner.$executeRaw`ANALYZE "Order"`
  const asked: Asked[] = []
  for (const count of [1, 1, 1, 1, 1, 2, 1, 1, 4, 1]) {
    const keys = Array.from({ length: count }, (_, at) => `order-2612-${String(at).padStart(6, '0')}=key`)
    const request = new Request('http://shop.test/cart', { headers: { Cookie: keys.join('; ') } })
    asked.push(...(await statementsOf(() => findUnpaidOrder(request))))
  }
  expect(new Set(asked.map(({ text }) => text)).size).toBe(1)
  expect(await oftenPlannedOnce(asked)).toBe(5)
})

async function pay() {
  const cartId = await buildCart([piece])
  const form = await checkoutForm(await totalOf(cartId))
  let page = ''
  const placed = await statementsOf(async () => {
    const input = { actor: null, cartId, locale: 'zh-CN', clientAddress: null, country: null, form } as const
    page = (await checkOut(input)).location
  })
  await submitPayment(page, { cardNumber: '4242 4242 4242 4242' })
  const { id: orderId } = await owner.order.findFirstOrThrow({
    orderBy: { placedAt: 'desc' },
    select: { id: true },
  })
  const paid = await statementsOf(() => syncOrderPayment({ orderId }))
  expect((await owner.order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe('paid')
  return { placed, paid, told: await statementsOf(() => sendOrderLetter({ orderId, about: 'paid' })) }
}
