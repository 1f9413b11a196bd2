import { ApiRefusal } from './errors'
import { emptyPayForm, type PayField, type PayForm, type PayProblem, payPage, settlings } from './hosted-page'
import { endPage } from './page-frame'
import { abandon, askToConfirm, declineCard, paymentOf, takeLater, takePayment } from './payments'
import { sessionRecord } from './session-life'
import type { SessionRecord } from './state'
import { failingCard, findTestCard, type TestCard } from './test-cards'
import { priceText, type Texts, textsFor } from './texts'
import { knownMethods, type Method, type World } from './world'

/** What the hosted page answers: a page, or where the browser goes next. */
export type PageAnswer = { status: number; html: string } | { redirect: string }

/** GET /c/pay/:session; `refused`: what became of the last try stands on the page. */
export function showPayPage(world: World, id: string, refused: boolean): PageAnswer {
  const record = findRecord(world, id)
  if (record === undefined) return unknownPage()
  const texts = textsFor(record.session.locale)
  if (record.session.status !== 'open') return { status: 200, html: closedPage(record, texts) }
  const { form, problem } = (refused && record.lastTry) || { form: emptyPayForm }
  return { status: 200, html: payPage(record, texts, form, problem) }
}

/**
 * POST /c/pay/:session. Resolves after the state is saved and the event was tried once, so that a shop that answers its
 * webhooks quickly knows of the payment before the buyer is back. A second press finds the session complete and only goes on.
 * What stands in the way of paying is shown by the page she is sent to, so that going back never asks to send the form again.
 */
export async function submitPayPage(world: World, id: string, body: string): Promise<PageAnswer> {
  const record = findRecord(world, id)
  if (record === undefined) return unknownPage()
  const texts = textsFor(record.session.locale)
  if (record.session.status === 'complete') return { redirect: returnAddress(record) }
  if (record.session.status !== 'open') return { status: 200, html: closedPage(record, texts) }
  const fields = new URLSearchParams(body)
  const form = readForm(record, fields)
  const problem = tryToPay(world, record, form, fields, texts)
  if (problem) record.lastTry = { form, problem }
  await world.store.save()
  await world.webhooks.flush()
  if (problem) return { redirect: `/c/pay/${record.id}?refused` }
  const payment = paymentOf(world, record)
  if (payment.status === 'requires_action') return { redirect: `/c/confirm/${payment.id}` }
  return { redirect: returnAddress(record) }
}

/** Pays, begins to, or says what stands in the way. */
function tryToPay(
  world: World,
  record: SessionRecord,
  form: PayForm,
  fields: URLSearchParams,
  texts: Texts,
): PayProblem | undefined {
  const { method } = form
  const { errors } = texts
  const toFail = fields.get('action') === 'fail'
  const refusal = (field: PayField, text: string) => ({ field, text, refused: true })
  if (method === null) return { field: 'method', text: errors.chooseMethod, refused: false }
  if (method !== 'card') {
    if (!toFail) return payByWallet(world, record, method, form)
    abandon(world, paymentOf(world, record))
    return refusal('method', errors.walletFailed)
  }
  const card = toFail ? failingCard : readCard(fields, form, texts, world.realNow())
  if (!('number' in card)) return card
  const attempt = { method, card }
  if (card.asksToConfirm) {
    const returnUrl = `${world.origin}/c/pay/${record.id}`
    return void askToConfirm(world, paymentOf(world, record), attempt, { session: record.id, returnUrl })
  }
  const decline = toFail ? 'generic_decline' : card.decline
  if (decline === null) return void takePayment(world, record, attempt)
  declineCard(world, paymentOf(world, record), attempt, decline)
  return refusal(decline === 'incorrect_cvc' ? 'card_cvc' : 'card_number', errors[decline])
}

function payByWallet(
  world: World,
  record: SessionRecord,
  method: 'alipay' | 'wechat_pay',
  { settles }: PayForm,
): undefined {
  const attempt = { method, card: null }
  const { wallet, lateWallet } = world.delays
  if (settles === 'later') takeLater(world, record, attempt, { seconds: lateWallet, comes: true })
  else if (settles === 'never') takeLater(world, record, attempt, { seconds: lateWallet, comes: false })
  else if (wallet > 0) takeLater(world, record, attempt, { seconds: wallet, comes: true })
  else takePayment(world, record, attempt)
}

function readForm({ session }: SessionRecord, fields: URLSearchParams): PayForm {
  const offered = knownMethods.filter((method) => session.payment_method_types.includes(method))
  const method: Method | null = offered.find((known) => known === fields.get('method')) ?? null
  const settles = settlings.find((known) => known === fields.get(`${method}_settles`)) ?? 'now'
  return {
    method,
    settles,
    cardExpiry: (fields.get('card_expiry') ?? '').slice(0, 40),
    cardCvc: (fields.get('card_cvc') ?? '').slice(0, 40),
  }
}

function readCard(
  fields: URLSearchParams,
  form: PayForm,
  { errors }: Texts,
  now: number,
): TestCard | PayProblem {
  const problem = (field: PayField, text: string): PayProblem => ({ field, text, refused: false })
  const typed = fields.get('card_number') ?? ''
  const card = findTestCard(typed)
  if (typed.trim() === '') return problem('card_number', errors.numberMissing)
  if (card === undefined) return problem('card_number', errors.numberUnknown)
  const [, month, year] = /^(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d\d)$/.exec(plain(form.cardExpiry)) ?? []
  if (month === undefined || year === undefined) return problem('card_expiry', errors.expiryWrong)
  if (Date.UTC(2000 + Number(year), Number(month)) / 1000 <= now)
    return problem('card_expiry', errors.expiryPast)
  if (!/^\d{3,4}$/.test(plain(form.cardCvc))) return problem('card_cvc', errors.cvcWrong)
  return card
}

/** Full-width digits and slashes, as a Chinese keyboard types them, count as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

function findRecord(world: World, id: string): SessionRecord | undefined {
  try {
    return sessionRecord(world, id)
  } catch (error) {
    if (error instanceof ApiRefusal) return undefined
    throw error
  }
}

function unknownPage(): PageAnswer {
  const texts = textsFor(undefined)
  return { status: 404, html: endPage(texts, texts.unknown, null) }
}

function closedPage(record: SessionRecord, texts: Texts): string {
  const { status, payment_status: paid, cancel_url: cancelUrl, amount_total: amount } = record.session
  if (status === 'complete') {
    const words = paid === 'paid' ? texts.paid : texts.waiting
    return endPage(texts, words, returnAddress(record), { amount: priceText(amount ?? 0, texts) })
  }
  return endPage(texts, texts.expired, cancelUrl)
}

function returnAddress({ session }: SessionRecord): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}
