import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { cancelByBuyer } from '~/modules/aftersales/cancel-by-buyer.server'
import { cannotMake } from '~/modules/aftersales/cannot-make.server'
import { markSentByBank, resendByBank } from '~/modules/aftersales/refund-by-bank.server'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import { startMaking } from '~/modules/aftersales/start-making.server'
import { cancelOrder } from '~/modules/checkout/cancel-order.server'
import { runOperation } from '~/modules/due/operations.server'
import { runDue } from '~/modules/due/run-due.server'
import { closeOrder } from '~/modules/orders/close-order.server'
import { confirmReceipt } from '~/modules/orders/confirm-receipt.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { tellPaymentResult } from '~/modules/payments/tell-payment-result.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { cancelBatch } from '~/modules/payouts/cancel-batch.server'
import { importResult } from '~/modules/payouts/import-result.server'
import { prepareBatch } from '~/modules/payouts/prepare-batch.server'
import { recordReturn } from '~/modules/payouts/record-return.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { Refusal } from '~/platform/errors'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { submitPayment } from '../../scripts/stripe-sandbox/submit-payment'
import { owner, passSeconds } from '../fixtures/owner'
import { linesOf } from '../fixtures/payouts'
import { goToPay, placeForm } from '../fixtures/shopping'
import { deliver, workOff } from '../fixtures/webhooks'
import { buildCart } from '../fixtures/world'
import type { Wish } from './buying'
import type { Wanted } from './giving-back'
import type { RealAttempt, RealOrder, RealParcel, Shop } from './shop'
import { type Attempt, type PromotionKind, parties } from './state'

/** What each command does to the real shop: through the same verbs as its pages, its worker and its provider's deliveries. */

/** The key of the refusal, or null when it was done; whatever else is thrown is thrown. */
export async function refusalOf(deed: () => Promise<unknown>): Promise<string | null> {
  try {
    const answer = await deed()
    return typeof answer === 'string' ? answer : null
  } catch (error) {
    if (error instanceof Refusal) return error.key
    throw error
  }
}

type Basket = { wishes: readonly Wish[]; promotion: PromotionKind }

export async function buy(shop: Shop, { wishes, promotion }: Basket, seenTotal: number): Promise<void> {
  const lines = wishes.map(({ piece, quantity }) => ({ variantId: shop.variantIds[piece] ?? '', quantity }))
  const cartId = await buildCart(lines)
  if (promotion)
    await owner.cart.update({ where: { id: cartId }, data: { promoCode: shop.codes[promotion] } })
  const { orderId } = await placeForm(cartId, { seenTotalFen: BigInt(seenTotal) })
  const found = await owner.sellerOrder.findMany({
    where: { orderId },
    select: { id: true, sellerId: true, lines: { select: { id: true, variantId: true } } },
  })
  const parcels = shop.sellers.flatMap(({ sellerId }): RealParcel[] => {
    const parcel = found.find((one) => one.sellerId === sellerId)
    if (!parcel) return []
    const lineIds = lines.flatMap(
      ({ variantId }) => parcel.lines.find((line) => line.variantId === variantId)?.id ?? [],
    )
    return [{ id: parcel.id, lineIds }]
  })
  shop.orders.push({ id: orderId, parcels, attempts: [] })
}

/** Opens the payment page, or finds it open. */
export async function openPage(order: RealOrder): Promise<void> {
  const url = await goToPay(order.id)
  if (order.attempts.some((attempt) => attempt.url === url)) return
  const { sessionId } = await owner.payment.findFirstOrThrow({
    where: { due: { orderId: order.id } },
    orderBy: { attempt: 'desc' },
    select: { sessionId: true },
  })
  order.attempts.push({ url, sessionId: sessionId ?? '', disputeRef: '' })
}

const cards = { card: '4242 4242 4242 4242', 'slow card': '4000 0000 0000 7726' } as const

export async function payOnPage(
  attempt: RealAttempt,
  method: Attempt['method'],
  settles: 'now' | 'later' | 'never',
): Promise<void> {
  await submitPayment(attempt.url, method === 'alipay' ? { method, settles } : { cardNumber: cards[method] })
}

/** The provider's delivery about an object, worked off as often as it comes. */
export async function tell(type: string, objectId: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await deliver({ type, objectId })
    await workOff(objectId)
  }
}

const types = {
  session: 'checkout.session.completed',
  payment: 'payment_intent.succeeded',
  charge: 'charge.updated',
  dispute: 'charge.dispute.updated',
} as const

/** An event about an attempt, under one of the names by which the provider knows it. */
export async function tellOf(attempt: RealAttempt, about: keyof typeof types, times: number): Promise<void> {
  const { sessionId, disputeRef } = attempt
  const { paymentRef, chargeRef } = await paymentGateway().readCheckout(sessionId)
  const ids = { session: sessionId, payment: paymentRef ?? '', charge: chargeRef ?? '', dispute: disputeRef }
  return tell(types[about], ids[about], times)
}

export async function comeBack({ id }: RealOrder): Promise<void> {
  await tellPaymentResult({ orderId: id })
}

export const cancelUnpaid = ({ id }: RealOrder) => cancelOrder({ orderId: id, userId: null, cartId: null })

/** She gives it up while the provider cannot be reached: the order ends, its page stays open. */
export const closeOnly = ({ id }: RealOrder) => closeOrder({ orderId: id, to: 'cancelled', cause: 'buyer' })

export const takeBack = (order: RealOrder, parcel: RealParcel) =>
  cancelByBuyer({ orderId: order.id, sellerOrderId: parcel.id, userId: null, note: '' })

export const refuse = (shop: Shop, seller: 0 | 1, parcel: RealParcel, backInStock: boolean) =>
  cannotMake({ actor: shop.sellers[seller].actor, sellerOrderId: parcel.id, note: '线断货了', backInStock })

export const begin = (shop: Shop, seller: 0 | 1, parcel: RealParcel) =>
  startMaking({ actor: shop.sellers[seller].actor, sellerOrderId: parcel.id })

export const ship = (shop: Shop, seller: 0 | 1, parcel: RealParcel) =>
  shipSellerOrder({
    actor: shop.sellers[seller].actor,
    sellerOrderId: parcel.id,
    carrier: 'ems',
    trackingNumber: `EM${parcel.id.slice(-9)}`,
  })

export const receive = (order: RealOrder, parcel: RealParcel) =>
  confirmReceipt({ orderId: order.id, sellerOrderId: parcel.id, userId: null })

export const giveBack = (shop: Shop, parcel: RealParcel, { lines, postage, bearer }: Wanted) =>
  refundParcel(shop.preparer, parcel.id, {
    lines: parcel.lineIds.map((id, at) => ({ id, quantity: 0, amount: BigInt(lines[at] ?? 0) })),
    postage: BigInt(postage),
    bearer,
    byBank: true,
    reason: '寄错了颜色',
  })

/** Refunds of an order, in the order that the model knows. */
export async function refundsOf({ id, parcels }: RealOrder) {
  const refunds = await owner.refund.findMany({
    where: { payment: { due: { orderId: id } } },
    orderBy: { id: 'asc' },
    select: { id: true, providerRef: true, lines: { select: { sellerOrderId: true }, take: 1 } },
  })
  const placeOf = (refund: (typeof refunds)[number]) =>
    parcels.findIndex((parcel) => parcel.id === refund.lines[0]?.sellerOrderId)
  return refunds.sort((a, b) => placeOf(a) - placeOf(b))
}

export const runRefundJob = (refundId: string) => runOperation('refund', refundId)

export const resend = (shop: Shop, refundId: string) => resendByBank({ actor: shop.preparer, refundId })

export const sentByBank = async (shop: Shop, refundId: string) =>
  markSentByBank({
    actor: shop.preparer,
    refundId,
    bankRef: crypto.randomUUID(),
    sentOn: dayOf(await appNow()),
  })

export async function prepare(shop: Shop): Promise<void> {
  shop.batchIds.push((await prepareBatch({ actor: shop.preparer })).batchId)
}

export const approve = (shop: Shop, batchId: string, isPreparer: boolean) =>
  approveBatch({ actor: isPreparer ? shop.preparer : shop.approver, batchId })

export const dropBatch = (shop: Shop, batchId: string) =>
  cancelBatch({ actor: shop.preparer, batchId, reason: '算错了' })

/** The bank's file: a row for each party of whom it says something. A fault of the file counts as its refusal. */
export async function answer(
  shop: Shop,
  batchId: string,
  said: ReadonlyMap<string, boolean>,
): Promise<string | null> {
  const rows = (await linesOf(batchId)).flatMap(({ seq, amountFen, bankAccount, party }) => {
    const isPaid = said.get(partyNameOf(shop, party.sellerId))
    const yuan = `${amountFen / 100n}.${String(amountFen % 100n).padStart(2, '0')}`
    const row = [String(seq), bankAccount?.last4 ?? '', yuan]
    return isPaid === undefined ? [] : [[...row, isPaid ? '成功' : '失败', isPaid ? '' : '账号不符']]
  })
  const bytes = Buffer.from(stringify([['序号', '账号尾号', '金额', '结果', '原因'], ...rows]))
  const { faults } = await importResult({ actor: shop.preparer, batchId, bytes })
  return faults[0]?.key ?? null
}

export async function sendBack(shop: Shop, batchId: string, party: string): Promise<void> {
  const line = (await linesOf(batchId)).find((one) => partyNameOf(shop, one.party.sellerId) === party)
  await recordReturn({ actor: shop.preparer, batchId, lineId: line?.id ?? '', reason: '账户已销户' })
}

function partyNameOf({ sellers }: Shop, sellerId: string | null): string {
  const at = sellers.findIndex((seller) => seller.sellerId === sellerId)
  return parties[at] ?? 'B'
}

export async function openDispute(shop: Shop, attempt: RealAttempt): Promise<void> {
  const { paymentRef } = await paymentGateway().readCheckout(attempt.sessionId)
  const answer = await shop.steer('disputes', { payment_intent: paymentRef ?? '' })
  attempt.disputeRef = z.object({ id: z.string() }).parse(answer).id
}

export const endDispute = (shop: Shop, { disputeRef }: RealAttempt, outcome: 'won' | 'lost') =>
  shop.steer(`disputes/${disputeRef}`, { outcome })

export const decideRefund = (shop: Shop, providerRef: string, outcome: 'succeeded' | 'failed') =>
  shop.steer(`refunds/${providerRef}`, { outcome })

/** What wallets have been asked for comes, or does not. */
export const walletsSettle = (shop: Shop) => shop.steer('clock', { advance: '10' })

export async function pass(seconds: number): Promise<void> {
  await passSeconds(seconds)
  await runDue()
}

/** Everything that is under way ends, whatever comes of it. */
export async function windUp(shop: Shop): Promise<void> {
  await walletsSettle(shop)
  for (const days of [1, 11, 9, 1]) await pass(days * 86_400)
  for (const order of shop.orders)
    for (const { providerRef } of await refundsOf(order))
      if (providerRef) await decideRefund(shop, providerRef, 'succeeded')
  await pass(86_400)
}
