import { openAlert } from '~/modules/alerts/open-alert.server'
import { paidOf } from '~/modules/ledger/line-money'
import type { Attempt, OrderToPay } from '~/modules/orders/first-attempt'
import type { LineToPay } from '~/modules/orders/line-to-pay'
import { tickedText } from '~/modules/orders/ticked-text'
import { paths } from '~/paths'
import { busyRefusal } from '~/platform/db/busy.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { failpoint } from '~/platform/failpoint.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { finishOperation } from '~/platform/idempotency/finish-operation.server'
import type { OperationKey } from '~/platform/idempotency/operation'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import {
  type CheckoutLine,
  missingMethods,
  PaymentGatewayError,
  type PaymentMethod,
  type StartedCheckout,
  sessionDeadline,
  wantedMethods,
} from '~/platform/payments-sdk/payment-gateway'
import { advancePayment } from './advance-payment.server'
import { areCardsOver } from './are-cards-over.server'
import { closePaymentPage } from './close-payment-page.server'
import { closePaymentPages } from './expire-unpaid-orders.server'
import type { AbroadConsent } from './find-abroad-consent.server'
import { type DueToPay, readDue } from './read-due.server'
import { requireAbroadTick } from './require-abroad-tick.server'

type ToPay = { attempt: Attempt; order: OrderToPay }

type StartInput = {
  orderId: string
  /** the text under which she has just ticked that her payment goes abroad; null when she was not asked again */
  abroadTextId: string | null
}

type OpenInput = StartInput & {
  /** the attempt that was written with the order just now, see placeOrder: nothing is looked at again */
  begun?: ToPay | null
  /** what ends with the page: the operation that placed the order */
  operation?: OperationKey | null
  /** where her browser comes back to, see returnOrigin */
  origin?: string
}

/**
 * Opens the hosted payment page for an unpaid order and answers its address. The attempt's row is written before the provider is asked and its id
 * is the idempotency key, so that a crash or a second press opens the same page; it speaks the order's language, so that a repeat says the same. Nothing is sent before the buyer has
 * agreed to the version in force of the text on payments abroad (PIPL art. 39): the attempt says to which and when, and a page that was opened under another one is closed. Refuses without
 * that, a paid, closed or lapsed order and one that is being paid by transfer, and says so when the provider cannot be reached: the order stays and can be paid again.
 */
export async function startPayment({
  begun = null,
  operation = null,
  origin = publicOrigin(),
  ...input
}: OpenInput): Promise<string> {
  const { attempt, order } = begun ?? (await beginAttempt(input))
  if (attempt.openUrl !== null) {
    if (operation) await finishOperation(prisma, operation)
    return attempt.openUrl
  }
  const locale = order.locale === 'en' ? 'en' : 'zh-CN'
  const address = (path: string) => `${origin}${localPath(locale, path)}`
  const methods = await methodsFor(input.orderId, order.cardTries)
  await failpoint('payment.created')
  try {
    const started = await paymentGateway().startCheckout({
      operationId: attempt.id,
      reference: order.number,
      attempt: attempt.attempt,
      lines: linesOf(order.postageFen, order.lines, locale),
      total: attempt.amountMinor,
      currency: 'CNY',
      locale,
      expiresAt: sessionDeadline(bornAt(attempt.id)),
      successUrl: address(paths.orderReturn({ number: order.number })),
      cancelUrl: address(paths.orderPay({ number: order.number })),
      metadata: { paymentId: attempt.id },
      methods,
    })
    await failpoint('payment.answered')
    const missing = missingMethods(started.offeredMethods, methods)
    if (missing.length > 0)
      log.warn('payment.methods_missing', { paymentId: attempt.id, reason: missing.join(',') })
    const isOpen = await openAttempt(attempt.id, started, { missing, operation })
    if (isOpen) return started.url
    await withdrawIfEnded(attempt.id, started.sessionId)
    if (operation) await finishOperation(prisma, operation)
    return started.url
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    if (error.failure === 'key_reused') await endAttempt(attempt.id)
    log.error('payment.start_failed', error, { paymentId: attempt.id, reason: error.message })
    throw new Refusal('order.paymentUnreachable', 503)
  }
}

type Opening = { missing: readonly PaymentMethod[]; operation: OperationKey | null }

/** Notes where its page stands, and with it that the operation is done. False, and neither is noted, when the attempt was ended meanwhile. Staff is told, in one with it, of what the provider does not offer. */
async function openAttempt(
  paymentId: string,
  { sessionId, url, offeredMethods }: StartedCheckout,
  { missing, operation }: Opening,
): Promise<boolean> {
  const data = { sessionId, sessionUrl: url, offeredMethods }
  const step = { paymentId, to: 'open', cause: 'buyer', data, ends: operation } as const
  if (missing.length === 0)
    return advancePayment(prisma, step).catch((error: unknown) => {
      throw busyRefusal(error) ?? error
    })
  return prisma.$transaction(async (tx) => {
    await openAlert(tx, {
      kind: 'methods_missing',
      subject: { type: 'PaymentProvider', id: missing.join(',') },
      detail: { missing: missing.join(',') },
    })
    return advancePayment(tx, step)
  })
}

/** The shop's own address changed since the attempt began: its key is spent, the next press begins another. */
async function endAttempt(paymentId: string): Promise<void> {
  await prisma.$transaction((tx) => advancePayment(tx, { paymentId, to: 'failed', cause: 'key_reused' }))
}

/** The attempt was ended while the provider made its page: another way of paying is open, or the order is over. The page is closed and nobody is led there. */
async function withdrawIfEnded(paymentId: string, sessionId: string): Promise<void> {
  const { count } = await prisma.payment.updateMany({
    where: { id: paymentId, state: 'expired', sessionId: null },
    data: { sessionId },
  })
  if (count === 0) return
  await closePaymentPage({ id: paymentId, sessionId }, 'buyer')
  throw new Refusal('order.payMoved', 409)
}

/** The attempt under way, or the next one. When she has just agreed to a newer text, pages that were opened under an older one are closed first. */
async function beginAttempt(input: StartInput): Promise<ToPay> {
  const found = await prisma.$transaction((tx) => findOrCreateAttempt(tx, input))
  if (found) return found
  await closeOlderPages(input)
  const next = await prisma.$transaction((tx) => findOrCreateAttempt(tx, input, { areOlderClosed: true }))
  if (!next) throw new Error('no attempt at paying')
  return next
}

async function closeOlderPages({ orderId, abroadTextId }: StartInput): Promise<void> {
  const id = await requireAbroadTick(abroadTextId)
  const { version } = await prisma.textVersion.findUniqueOrThrow({ where: { id }, select: { version: true } })
  await closePaymentPages(orderId, { which: { NOT: { abroadText: { version } } }, cause: 'newer_text' })
}

/** The attempt under way, or the next one, with its order. The due's row lock lets two tabs find the same. Null, and nothing is written, while a page may be open under an older text than the one that she has just agreed to. */
async function findOrCreateAttempt(
  tx: Tx,
  { orderId, abroadTextId }: StartInput,
  { areOlderClosed = false } = {},
): Promise<{ attempt: Attempt; order: DueToPay } | null> {
  await tx.$executeRaw`SELECT 1 FROM "OrderDue" WHERE "orderId" = ${orderId}::uuid FOR UPDATE`
  const { order, last, consent } = await readDue(tx, orderId, abroadTextId)
  if (order.hasOlder && !areOlderClosed) return null
  if (order.dueState === 'paid') throw new Refusal('order.alreadyPaid', 409)
  if (order.status !== 'pending_payment' || order.payBy <= order.now)
    throw new Refusal('order.payTimeOver', 409)
  const isUnderWay = last?.state === 'created' || last?.state === 'open'
  if (isUnderWay && last.gateway === 'bank_transfer') throw new Refusal('order.transferChosen', 409)
  const agreed = consent ?? agree(order, abroadTextId)
  if (isUnderWay && last.abroadTextId === agreed.abroadTextId)
    return { attempt: { ...last, openUrl: last.state === 'open' ? last.sessionUrl : null }, order }
  const next = await tx.payment.create({
    data: {
      ...agreed,
      dueId: order.dueId,
      attempt: (last?.attempt ?? 0) + 1,
      amountMinor: order.amountFen,
      currency: order.currency,
    },
    select: { id: true, attempt: true, amountMinor: true },
  })
  return { attempt: { ...next, openUrl: null }, order }
}

/** What the page may take: no card any more where too many were refused. */
async function methodsFor(orderId: string, cardTries: number): Promise<readonly PaymentMethod[]> {
  const isOver = cardTries > 0 && (await areCardsOver(orderId))
  return isOver ? wantedMethods.filter((method) => method !== 'card') : wantedMethods
}

/** She agrees just now. */
function agree({ now, isTextInForce }: DueToPay, abroadTextId: string | null): AbroadConsent {
  return { abroadTextId: tickedText(abroadTextId, isTextInForce), abroadAgreedAt: now }
}

function linesOf(postageFen: bigint, goods: readonly LineToPay[], locale: Locale): CheckoutLine[] {
  const t = translator(locale)
  const lines = goods.map((line) => {
    const name = locale === 'en' ? (line.titleEn ?? line.titleZh) : line.titleZh
    // less a promotion: a line of several pieces need not divide by their number
    if (line.discountFen > 0n) {
      const title = line.quantity > 1 ? t('order.workPieces', { title: name, count: line.quantity }) : name
      return { name: title, quantity: 1, unitAmount: paidOf(line) }
    }
    return { name, quantity: line.quantity, unitAmount: line.priceFen }
  })
  return postageFen > 0n
    ? [...lines, { name: t('order.postage'), quantity: 1, unitAmount: postageFen }]
    : lines
}

/** Real time at which a row was made, read from its UUIDv7: the provider knows nothing of the demo's clock, and a repeat must say the same. */
function bornAt(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}
