import type { DueState, OrderStatus } from '~/generated/prisma/enums'
import { openAlert } from '~/modules/alerts/open-alert.server'
import { paidOf } from '~/modules/ledger/line-money'
import { paths } from '~/paths'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { failpoint } from '~/platform/failpoint.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import {
  type CheckoutLine,
  missingMethods,
  PaymentGatewayError,
  type PaymentMethod,
  sessionDeadline,
  wantedMethods,
} from '~/platform/payments-sdk/payment-gateway'
import { advancePayment } from './advance-payment.server'
import { areCardsOver } from './are-cards-over.server'
import { closePaymentPage } from './close-payment-page.server'
import { closePaymentPages } from './expire-unpaid-orders.server'
import { type AbroadConsent, findAbroadConsent } from './find-abroad-consent.server'
import { requireAbroadTick } from './require-abroad-tick.server'

type StartInput = {
  orderId: string
  /** the text under which she has just ticked that her payment goes abroad; null when she was not asked again */
  abroadTextId: string | null
}

/**
 * Opens the hosted payment page for an unpaid order and answers its address. The attempt's row is written before the provider is asked and its id
 * is the idempotency key, so that a crash or a second press opens the same page; it speaks the order's language, so that a repeat says the same. Nothing is sent before the buyer has
 * agreed to the version in force of the text on payments abroad (PIPL art. 39): the attempt says to which and when, and a page that was opened under another one is closed. Refuses without
 * that, a paid, closed or lapsed order and one that is being paid by transfer, and says so when the provider cannot be reached: the order stays and can be paid again.
 */
export async function startPayment(input: StartInput): Promise<string> {
  await closeOlderPages(input)
  const { attempt, order } = await prisma.$transaction((tx) => findOrCreateAttempt(tx, input))
  if (attempt.openUrl !== null) return attempt.openUrl
  const locale = order.locale === 'en' ? 'en' : 'zh-CN'
  const address = (path: string) => `${publicOrigin()}${localPath(locale, path)}`
  const methods = await methodsFor(input.orderId)
  await failpoint('payment.created')
  try {
    const started = await paymentGateway().startCheckout({
      operationId: attempt.id,
      reference: order.number,
      attempt: attempt.attempt,
      lines: linesOf(order.postageFen, await findLines(input.orderId), locale),
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
    await prisma.$transaction(async (tx) => {
      await advancePayment(tx, {
        paymentId: attempt.id,
        to: 'open',
        cause: 'buyer',
        data: {
          sessionId: started.sessionId,
          sessionUrl: started.url,
          offeredMethods: [...started.offeredMethods],
        },
      })
      if (missing.length > 0)
        await openAlert(tx, {
          kind: 'methods_missing',
          subject: { type: 'PaymentProvider', id: missing.join(',') },
          detail: { missing: missing.join(',') },
        })
    })
    await withdrawIfEnded(attempt.id, started.sessionId)
    return started.url
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    if (error.failure === 'key_reused') await endAttempt(attempt.id)
    log.error('payment.start_failed', error, { paymentId: attempt.id, reason: error.message })
    throw new Refusal('order.paymentUnreachable', 503)
  }
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

/** She has just agreed to a newer text: pages that were opened under an older one are closed first. */
async function closeOlderPages({ orderId, abroadTextId }: StartInput): Promise<void> {
  if (abroadTextId === null) return
  const before = await prisma.payment.findFirst({
    where: { due: { orderId }, OR: [{ abroadTextId: null }, { abroadTextId: { not: abroadTextId } }] },
    select: { id: true },
  })
  if (!before) return
  const id = await requireAbroadTick(abroadTextId)
  const { version } = await prisma.textVersion.findUniqueOrThrow({ where: { id }, select: { version: true } })
  await closePaymentPages(orderId, { which: { NOT: { abroadText: { version } } }, cause: 'newer_text' })
}

/** `openUrl` is where its page stands, null while there is none. */
type Attempt = { id: string; attempt: number; amountMinor: bigint; openUrl: string | null }

type DueToPay = {
  dueId: string
  amountFen: bigint
  dueState: DueState
  status: OrderStatus
  payBy: Date
  currency: string
  number: string
  locale: string
  postageFen: bigint
}

const attemptSelect = { id: true, attempt: true, amountMinor: true } as const satisfies Prisma.PaymentSelect

/** The attempt under way, or the next one, with its order. The due's row lock lets two tabs find the same. */
async function findOrCreateAttempt(
  tx: Tx,
  { orderId, abroadTextId }: StartInput,
): Promise<{ attempt: Attempt; order: DueToPay }> {
  await tx.$executeRaw`SELECT 1 FROM "OrderDue" WHERE "orderId" = ${orderId}::uuid FOR UPDATE`
  const [order] = await tx.$queryRaw<DueToPay[]>`
    SELECT d.id AS "dueId", d."amountFen", d.state::text AS "dueState", o.status::text AS status, o."payBy", o.currency, o.number, o.locale, o."postageFen"
    FROM "OrderDue" d JOIN "Order" o ON o.id = d."orderId" WHERE d."orderId" = ${orderId}::uuid AND d.kind = 'full'`
  if (!order) throw new Error('an order without its due')
  if (order.dueState === 'paid') throw new Refusal('order.alreadyPaid', 409)
  if (order.status !== 'pending_payment' || order.payBy <= (await appNow(tx)))
    throw new Refusal('order.payTimeOver', 409)
  const { dueId } = order
  const last = await tx.payment.findFirst({
    where: { dueId },
    orderBy: { attempt: 'desc' },
    select: { ...attemptSelect, gateway: true, state: true, sessionUrl: true, abroadTextId: true },
  })
  const isUnderWay = last?.state === 'created' || last?.state === 'open'
  if (isUnderWay && last.gateway === 'bank_transfer') throw new Refusal('order.transferChosen', 409)
  const consent = await agreed(tx, { orderId, abroadTextId })
  if (isUnderWay && last.abroadTextId === consent.abroadTextId)
    return { attempt: { ...last, openUrl: last.state === 'open' ? last.sessionUrl : null }, order }
  const next = await tx.payment.create({
    data: {
      ...consent,
      dueId,
      attempt: (last?.attempt ?? 0) + 1,
      amountMinor: order.amountFen,
      currency: order.currency,
    },
    select: attemptSelect,
  })
  return { attempt: { ...next, openUrl: null }, order }
}

/** In one order, so that the provider is told the same again. */
async function findLines(orderId: string): Promise<LineToPay[]> {
  return prisma.orderLine.findMany({
    where: { sellerOrder: { orderId } },
    orderBy: [{ sellerOrderId: 'asc' }, { id: 'asc' }],
    select: {
      titleZh: true,
      titleEn: true,
      quantity: true,
      priceFen: true,
      amountFen: true,
      discountFen: true,
    },
  })
}

/** What the page may take: no card any more where too many were refused. */
async function methodsFor(orderId: string): Promise<readonly PaymentMethod[]> {
  const isOver = await areCardsOver(orderId)
  return isOver ? wantedMethods.filter((method) => method !== 'card') : wantedMethods
}

/** What she agreed to: for this order before, or just now. */
async function agreed(tx: Tx, { orderId, abroadTextId }: StartInput): Promise<AbroadConsent> {
  const before = await findAbroadConsent(tx, orderId)
  if (before) return before
  return { abroadTextId: await requireAbroadTick(abroadTextId, tx), abroadAgreedAt: await appNow(tx) }
}

type LineToPay = {
  titleZh: string
  titleEn: string | null
  quantity: number
  priceFen: bigint
  amountFen: bigint
  discountFen: bigint
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
