import { ratesWord } from '~/modules/abroad/seen-rates'
import type { Actor } from '~/modules/auth/actor'
import { addressKey } from '~/modules/auth/address-key'
import { documentsWord } from '~/modules/documents/find-documents-in-force.server'
import { writeInvoice } from '~/modules/invoices/sealed-invoice.server'
import { wantedInvoice } from '~/modules/invoices/wanted-invoice'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import type { Place } from '~/modules/regions/match-county.server'
import { orderedIds } from '~/platform/db/in-parts'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { failpoint } from '~/platform/failpoint.server'
import type { Locale } from '~/platform/i18n/locale'
import { advanceSql } from '~/platform/idempotency/advance-operation.server'
import { claimOperation } from '~/platform/idempotency/claim-operation.server'
import type { OperationKey } from '~/platform/idempotency/operation'
import { sum } from '~/platform/money'
import { blindIndex } from '~/platform/secrets/envelope.server'
import { keyedHash, tokenHash } from '~/platform/secrets/token.server'
import { assertWithinCaps, type BuyerMarks, type WantedPieces } from './assert-within-caps.server'
import { findOrderGoods, type Goods, isMadeForHer } from './find-order-goods.server'
import { type Attempt, firstAttemptSql, type OrderToPay } from './first-attempt'
import { holdStockSql } from './hold-stock.server'
import { secretOf } from './order-secret.server'
import { ownPhone } from './own-phone'
import { priceGoods } from './price-goods.server'
import { type Ground, readGround } from './read-ground.server'
import type { AbroadCheckoutInput, CheckoutInput } from './schema'
import { contactSql } from './seal-contact.server'
import { sendParcels, type UnsentParcel } from './send-parcels.server'
import { tickedText } from './ticked-text'
import { writeOrder } from './write-order.server'
import { amountOf, type Parcel, type PricedGoods, readyParcels } from './write-parcel.server'

type PlaceOrderInput = {
  cartId: string
  actor: Actor | null
  locale: Locale
  /** the network address that it comes from, for the cap on unpaid orders; null when it has none */
  clientAddress: string | null
  /** the mark of the browser, if somebody has signed in with it */
  deviceHash?: Uint8Array<ArrayBuffer> | null
  /** the text under which she ticked that her payment goes abroad: the first attempt at paying is written with the order. Not given: she pays otherwise, or begins later */
  payAbroadTextId?: string | null
} & (Inland | Abroad)

type Inland = { place: Place; form: CheckoutInput }

/** `place` says which of the two it is: abroad the form carries all of the address. */
type Abroad = { place: null; country: string; form: AbroadCheckoutInput }

/**
 * `secret` opens the order's link; it is never stored. A second press gets the same one, since a browser that is pressed twice drops the first answer and its cookie. `operation` is finished by whoever has led the buyer to the payment page;
 * when nobody has, the completer opens it. `toPay` is the attempt at paying that was written with it, null on a second press.
 */
export type PlacedOrder = {
  orderId: string
  number: string
  secret: string
  operation: OperationKey
  toPay: { attempt: Attempt; order: OrderToPay } | null
}

/** A buyer waits so long at most for her payment page; then another press, or the completer, goes on. */
const leaseSeconds = 30

/**
 * Places a retail order from a cart: one Order, one SellerOrder per seller, frozen prices and promotion, pieces held for 15 minutes, one full due.
 * Pressing twice (the same form token) gives the same order. Refuses an empty cart, pieces that are gone or changed and documents that others have followed since the page was shown, a promotion that is used up,
 * pieces that may not go where they should (too heavy, stopped at the border, sent inside the mainland only), a present of nobody who can be told of it (`ownPhone`), and pieces made to order or to the buyer's answers without the tick
 * (Consumer Law art. 25: made to the buyer's order, no return without reason), and a tick under a text on payments abroad that has been replaced.
 */
export function placeOrder(input: PlaceOrderInput): Promise<PlacedOrder> {
  return inScope({ job: 'checkout' }, async (tx) => {
    const repeated = await claimToken(tx, input)
    if (repeated) return repeated
    await failpoint('order.claimed')
    const { payAbroadTextId = null } = input
    const ground = await readGround(tx, input.cartId, payAbroadTextId)
    if (!ground) throw new Refusal('order.cartEmpty', 409)
    if (payAbroadTextId !== null) tickedText(payAbroadTextId, ground.isTextInForce)
    const found = await findOrderGoods(tx, input.cartId)
    assertBuyable(found.goods, input)
    const marks = await marksOf(tx, input)
    await assertWithinCaps(tx, { marks, wanted: wantedOf(found.goods, input.locale), caps: ground.caps })
    return writeAll(tx, { ...input, marks, ground }, found)
  })
}

function operationOf({ cartId, form }: PlaceOrderInput): OperationKey {
  return { actorKey: `cart:${cartId}`, key: `checkout:${form.token}` }
}

/** Claims the form's token. A concurrent second press waits here for the first, then gets its order. */
async function claimToken(tx: Tx, input: PlaceOrderInput): Promise<PlacedOrder | null> {
  const operation = operationOf(input)
  const { answer } = await claimOperation(tx, { ...operation, request: input.form, leaseSeconds })
  if (!answer) return null
  const { orderId, number } = answer
  if (!orderId || !number) throw new Error('a placed order without its number')
  return { orderId, number, secret: secretOf(operation), operation, toPay: null }
}

function assertBuyable(goods: readonly Goods[], { form, locale }: PlaceOrderInput): void {
  if (goods.length === 0) throw new Refusal('order.cartEmpty', 409)
  for (const one of goods) {
    const gone =
      one.productStatus !== 'on_sale' ||
      one.retired ||
      one.sellerStatus !== 'active' ||
      one.unitPriceFen === null
    if (gone) throw new Refusal('order.lineGone', 409, { title: titleIn(locale, one) })
    if (one.isUnanswered) throw new Refusal('order.unanswered', 409, { title: titleIn(locale, one) })
    const isFull = one.makeMode === 'made_to_order' && one.makeDays === null
    if (isFull) throw new Refusal('order.soldOut', 409, { title: titleIn(locale, one) })
    if (one.free !== null && one.free < one.quantity)
      throw new Refusal('order.soldOut', 409, { title: titleIn(locale, one) })
  }
  if (goods.some(isMadeForHer) && !form.agreeMadeToOrder) {
    throw new Refusal('order.agreeMadeToOrder', 422, {}, 'agreeMadeToOrder')
  }
}

/** Who she is for the caps on unpaid orders. */
async function marksOf(tx: Tx, { actor, form, clientAddress }: PlaceOrderInput): Promise<BuyerMarks> {
  return {
    partyId: actor ? await findOrCreateParty(tx, { personId: actor.personId }) : null,
    phoneIndex: blindIndex('phone', form.phone),
    clientHash: clientAddress ? keyedHash('address', addressKey(clientAddress)) : null,
  }
}

function wantedOf(goods: readonly Goods[], locale: Locale): WantedPieces[] {
  return goods.flatMap((one) =>
    one.stockItemId
      ? [{ stockItemId: one.stockItemId, quantity: one.quantity, title: titleIn(locale, one) }]
      : [],
  )
}

async function writeAll(
  tx: Tx,
  input: PlaceOrderInput & { marks: BuyerMarks; ground: Ground },
  { goods, promotions }: Awaited<ReturnType<typeof findOrderGoods>>,
): Promise<PlacedOrder> {
  const { ground, marks, form } = input
  const priced = await priceGoods(tx, { promoCode: ground.promoCode, promotions, marks }, goods)
  const payBy = new Date(ground.now.getTime() + ground.payWithinMinutes * 60_000)
  const to = { ...input, rule: ground.postage }
  const { parcels, content } = await sendParcels(tx, to, groupBySeller(priced.goods))
  const itemsFen = sum(parcels.map((parcel) => parcel.itemsFen))
  const postageFen = sum(parcels.map((parcel) => parcel.postageFen))
  const discountFen = sum(parcels.map((parcel) => parcel.discountFen))
  const totalFen = itemsFen - discountFen + postageFen
  if (totalFen !== BigInt(form.seenTotalFen)) throw new Refusal('order.changed', 409)
  if (input.place === null && ratesWord(parcels.map(sentBy)) !== input.form.seenRates)
    throw new Refusal('abroad.otherWay', 409)
  const buyerPhone = input.place ? ownPhone(input.actor, input.form) : null
  const operation = operationOf(input)
  const secret = secretOf(operation)
  const order = await writeOrder(tx, {
    ...{ itemsFen, discountFen, postageFen, totalFen, payBy },
    now: ground.now,
    buyerPartyId: marks.partyId,
    actorUserId: input.actor?.userId ?? null,
    clientHash: marks.clientHash,
    deviceHash: input.deviceHash ?? null,
    accessHash: tokenHash(secret),
    locale: input.locale,
    country: 'country' in content ? content.country : 'CN',
    hidePrices: form.hidePrices,
    note: form.note,
    giftNote: form.giftNote,
    promotionUse: priced.promotionUse,
  })
  const { seenDocuments } = input.form
  if (seenDocuments && seenDocuments !== documentsWord(order))
    throw new Refusal('order.documentsChanged', 409)
  const { id: orderId, number } = order
  const ready = await readyParcels(tx, orderId, parcels)
  const first = input.payAbroadTextId
    ? { id: orderedIds(1)[0] ?? '', orderId, abroadTextId: input.payAbroadTextId, now: ground.now }
    : null
  const { abroadTextId } = form
  const answer = { orderId, number, ...(abroadTextId ? { abroadTextId } : {}) }
  const held = await tx.$queryRaw<{ orderLineId: string }[]>`
    WITH ${ready.sql}, ${holdStockSql(ready.wanted, payBy)}, ${contactSql(orderId, content, buyerPhone)},${first ? Prisma.sql`${firstAttemptSql(first)},` : Prisma.empty}
    emptied AS (DELETE FROM "CartLine" WHERE "cartId" = ${input.cartId}::uuid),
    cart AS (UPDATE "Cart" SET "promoCode" = NULL, services = '{}', "updatedAt" = app_now() WHERE id = ${input.cartId}::uuid),
    placed AS (${advanceSql(operation, { recoveryPoint: 'placed', answer })})
    SELECT "orderLineId" FROM reserved`
  const missing = ready.wanted.find(
    (want) => !held.some(({ orderLineId }) => orderLineId === want.orderLineId),
  )
  const gone = goods.find(({ stockItemId }) => stockItemId === missing?.stockItemId)
  // somebody was quicker: what is written so far goes back
  if (gone) throw new Refusal('order.soldOut', 409, { title: titleIn(input.locale, gone) })
  // the database looks whether their lines carry what was agreed to: these are there by now
  if (ready.answers.length > 0) await tx.lineAnswers.createMany({ data: ready.answers })
  const invoice = input.place && wantedInvoice(input.form)
  if (invoice) await writeInvoice(tx, orderId, invoice)
  const attempt = first && { id: first.id, attempt: 1, amountMinor: totalFen, openUrl: null }
  const toPay = attempt && {
    attempt,
    order: { number, locale: input.locale, postageFen, lines: ready.lines, cardTries: 0 },
  }
  return { orderId, number, secret, operation, toPay }
}

function sentBy({ sellerId, postage }: Parcel) {
  return { sellerId, rateId: 'postageRateId' in postage ? postage.postageRateId : null }
}

function groupBySeller(goods: readonly PricedGoods[]): UnsentParcel[] {
  const sellers = new Map<string, PricedGoods[]>()
  for (const one of goods) sellers.set(one.sellerId, [...(sellers.get(one.sellerId) ?? []), one])
  return [...sellers].map(([sellerId, own]) => ({
    sellerId,
    togetherId: own[0]?.togetherId ?? null,
    goods: own,
    itemsFen: sum(own.map(amountOf)),
    discountFen: sum(own.map(({ discountFen }) => discountFen)),
  }))
}

/** Her language's title where there is one. */
function titleIn(locale: Locale, { titleZh, titleEn }: Pick<Goods, 'titleZh' | 'titleEn'>): string {
  return locale === 'en' ? (titleEn ?? titleZh) : titleZh
}
