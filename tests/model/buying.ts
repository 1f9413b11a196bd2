import { giveBackAll } from './giving-back'
import { newRefund } from './refunding'
import { containedTax, deal, exchanged, portion } from './rounding'
import {
  type Attempt,
  dayOf,
  type Line,
  type Model,
  move,
  type Order,
  type Parcel,
  type PromotionKind,
  total,
} from './state'

export type Wish = { piece: number; quantity: number }

/** Who is refused, by the key of the refusal; null: it is done. */
export type Refused = string | null

/** What a promotion takes off each wish: of its goods so much, dealt out by what may be taken off each at most. */
function discountsOf({ pieces, reading, terms }: Model, wishes: readonly Wish[], promotion: PromotionKind) {
  const read = [...wishes].sort((a, b) => reading.indexOf(a.piece) - reading.indexOf(b.piece))
  const prices = read.map(({ piece, quantity }) => {
    const found = pieces[piece]
    const isFor = found && (promotion === 'platform' || (promotion === 'own' && found.seller === 0))
    return isFor ? found.price * quantity : 0
  })
  const room = prices.map((price) => Math.floor((price * (promotion === 'own' ? 5 : 9)) / 10))
  if (total(room) === 0) return new Map<number, number>()
  const bps = promotion === 'own' ? terms.ownPromotionBps : terms.promotionBps
  const parts = deal(Math.min(Math.floor((total(prices) * bps) / 10_000), total(room)), room)
  return new Map(read.map(({ piece }, at) => [piece, parts[at] ?? 0]))
}

/** What a basket costs, and its parcels. */
export function offerOf(
  model: Model,
  wishes: readonly Wish[],
  promotion: PromotionKind,
): { parcels: Parcel[]; total: number } {
  const { terms } = model
  const discounts = discountsOf(model, wishes, promotion)
  const parcels: Parcel[] = []
  for (const seller of [0, 1] as const) {
    const own = wishes.filter(({ piece }) => model.pieces[piece]?.seller === seller)
    if (own.length === 0) continue
    const lines = own.map((wish) => {
      const off = discounts.get(wish.piece) ?? 0
      return lineOf(model, wish, { seller, off, borne: promotion === 'own' ? 0 : off })
    })
    const goods = total(own.map(({ piece, quantity }) => (model.pieces[piece]?.price ?? 0) * quantity))
    parcels.push({
      seller,
      lines,
      postage: goods >= terms.postageFreeFromFen ? 0 : terms.postageFen,
      postageGiven: [],
      status: 'pending_payment',
      isBegun: false,
      shipBy: 0,
      shippedAt: 0,
      completeOn: 0,
      warnedOn: null,
    })
  }
  const goods = parcels.flatMap(({ lines }) => lines.map(({ amount }) => amount))
  return { parcels, total: total([...goods, ...parcels.map(({ postage }) => postage)]) }
}

type Off = { seller: 0 | 1; off: number; borne: number }

function lineOf({ pieces, terms }: Model, { piece, quantity }: Wish, { seller, off, borne }: Off): Line {
  const amount = (pieces[piece]?.price ?? 0) * quantity - off
  const shared = amount + borne
  const commission = portion(shared, terms.commissionBps)
  const tax = containedTax(commission, terms.taxBps)
  const broker = seller === 0 ? portion(shared, terms.brokerBps) : 0
  return { piece, quantity, amount, borne, commission, tax, broker, given: [] }
}

export function buy(model: Model, wishes: readonly Wish[], promotion: PromotionKind): Refused {
  const wanted = wishes.flatMap(({ piece, quantity }) => ({ ...model.pieces[piece], quantity }))
  const isShort = wanted.some(
    ({ isMade, onHand = 0, reserved = 0, quantity }) => !isMade && onHand - reserved < quantity,
  )
  if (isShort) return 'order.soldOut'
  const { parcels, total: sum } = offerOf(model, wishes, promotion)
  model.orders.push({
    total: sum,
    status: 'pending_payment',
    due: 'open',
    payBy: model.now + model.terms.payMinutes * 60,
    parcels,
    attempts: [],
    refunds: [],
  })
  for (const { piece, quantity } of stockLines(model, parcels)) piece.reserved += quantity
  return null
}

/** The lines of what lies ready, with their pieces. */
function stockLines(model: Model, parcels: readonly Parcel[]) {
  return parcels.flatMap(({ lines }) =>
    lines.flatMap(({ piece, quantity }) => {
      const found = model.pieces[piece]
      return found && !found.isMade ? [{ piece: found, quantity }] : []
    }),
  )
}

export function startPayment(model: Model, order: Order): Refused {
  if (order.due === 'paid') return 'order.alreadyPaid'
  if (order.status !== 'pending_payment' || order.payBy <= model.now) return 'order.payTimeOver'
  if (order.attempts.at(-1)?.state === 'open') return null
  order.attempts.push({ state: 'open', there: 'open', method: 'card', paidAt: 0, dispute: null })
  return null
}

/** The shop hears how an attempt stands at the provider, from whoever tells it. */
export function hear(model: Model, order: Order, attempt: Attempt): void {
  if (attempt.state === 'paid') return
  if (attempt.there === 'failed' || attempt.there === 'expired') {
    if (attempt.state === 'open') attempt.state = attempt.there
    return
  }
  if (attempt.there !== 'paid') return
  attempt.state = 'paid'
  attempt.paidAt = model.now
  move(model, 'stripe:clearing', 'platform:held', order.total)
  settle(model, order.total)
  if (!takePieces(model, order)) {
    order.due = 'void'
    order.refunds.push(newRefund(model, attempt, order.total, null))
    return
  }
  order.due = 'paid'
  order.status = 'paid'
  const borne = order.parcels.flatMap(({ lines }) => lines.map((line) => line.borne))
  move(model, 'platform:promotion', 'platform:held', total(borne))
  for (const parcel of order.parcels) {
    const isMade = parcel.lines.some(({ piece }) => model.pieces[piece]?.isMade)
    const days = isMade ? model.terms.makeDays : model.terms.stockShipDays
    parcel.status = 'to_ship'
    parcel.shipBy = dayOf(model.now) + days
  }
}

/** The provider credits another currency, less its fee. */
function settle(model: Model, amount: number): void {
  const { ratePerMillion, feeBps, feeFixed } = model.terms
  const credited = exchanged(amount, ratePerMillion)
  move(model, 'platform:fx_difference', 'stripe:clearing', amount)
  move(model, 'stripe:clearing:HKD', 'platform:fx_difference:HKD', credited)
  move(model, 'platform:payment_fee:HKD', 'stripe:clearing:HKD', portion(credited, feeBps) + feeFixed)
}

/** The pieces that an order held leave the stock; a late payment takes them only if all are free. */
function takePieces(model: Model, order: Order): boolean {
  const lines = stockLines(model, order.parcels)
  const isHeld = order.status === 'pending_payment'
  if (!isHeld && lines.some(({ piece, quantity }) => piece.onHand - piece.reserved < quantity)) return false
  for (const { piece, quantity } of lines) {
    piece.onHand -= quantity
    if (isHeld) piece.reserved -= quantity
  }
  return true
}

/** Ends an order that is not paid; its pieces are free again. */
export function close(model: Model, order: Order, to: 'expired' | 'cancelled'): void {
  if (order.status !== 'pending_payment') return
  order.status = to
  for (const parcel of order.parcels) parcel.status = 'cancelled'
  for (const { piece, quantity } of stockLines(model, order.parcels)) piece.reserved -= quantity
}

/** Every page on which it could still be paid is closed, or what was faster is heard. */
export function closePages(model: Model, order: Order): void {
  for (const attempt of order.attempts.filter(({ state }) => state === 'open')) {
    if (attempt.there === 'open') attempt.there = 'expired'
    hear(model, order, attempt)
  }
}

export function cancelUnpaid(model: Model, order: Order): Refused {
  closePages(model, order)
  close(model, order, 'cancelled')
  return order.status === 'paid' ? 'order.alreadyPaid' : null
}

/** A paid parcel is given up before it was sent. */
export function giveUp(model: Model, order: Order, parcel: Parcel, backInStock: boolean): void {
  parcel.status = 'cancelled'
  if (backInStock) for (const { piece, quantity } of stockLines(model, [parcel])) piece.onHand += quantity
  giveBackAll(model, order, parcel)
}

/** Why a parcel can no longer be given up. */
export function notToGiveUp(parcel: Parcel): Refused {
  if (parcel.status === 'pending_payment') return 'errors.notFound'
  if (parcel.status === 'cancelled') return 'aftersales.alreadyCancelled'
  return parcel.status === 'to_ship' ? null : 'aftersales.alreadyShipped'
}
