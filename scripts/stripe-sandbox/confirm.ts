import { ApiRefusal } from './errors'
import { endPage, escapeHtml, frame } from './page-frame'
import type { PageAnswer } from './pay'
import { findPayment } from './payment-intents'
import { abandon, attemptOf, collect, declineCard, takePayment } from './payments'
import { sessionRecord } from './session-life'
import type { AttemptRecord, PaymentIntent, SessionRecord } from './state'
import { fill, priceText, type Texts, textsFor } from './texts'
import type { World } from './world'

interface Asked {
  payment: PaymentIntent
  kept: AttemptRecord | undefined
  record: SessionRecord | undefined
  texts: Texts
}

/** GET /c/confirm/:payment: the page of the buyer's bank. */
export function showConfirmPage(world: World, id: string): PageAnswer {
  const asked = findAsked(world, id)
  if (!asked?.kept && !asked?.record) return unknownPage()
  if (!isWaiting(asked)) return { redirect: wayBack(world, asked) }
  return { status: 200, html: confirmPage(asked) }
}

/** POST /c/confirm/:payment. What was answered before, or is no longer asked, only leads back. */
export async function submitConfirmPage(world: World, id: string, body: string): Promise<PageAnswer> {
  const asked = findAsked(world, id)
  if (!asked?.kept && !asked?.record) return unknownPage()
  if (!isWaiting(asked)) return { redirect: wayBack(world, asked) }
  const refused = answer(world, asked, new URLSearchParams(body).get('action') === 'confirm')
  await world.store.save()
  await world.webhooks.flush()
  return { redirect: wayBack(world, asked, refused) }
}

/** True when nothing was paid. */
function answer(world: World, { payment, record, texts }: Asked, isConfirmed: boolean): boolean {
  const attempt = attemptOf(world, payment)
  const decline = attempt.card?.decline ?? null
  const fail = (text: string) => {
    const form = { method: 'card' as const, cardExpiry: '12/34', cardCvc: '123' }
    if (record) record.lastTry = { form, problem: { field: 'card_number', text, refused: true } }
    return true
  }
  if (!isConfirmed) {
    abandon(world, payment)
    return fail(texts.errors.notConfirmed)
  }
  if (decline !== null) {
    declineCard(world, payment, attempt, decline)
    return fail(texts.errors[decline])
  }
  if (record) takePayment(world, record, attempt)
  else collect(world, payment, attempt)
  return false
}

function isWaiting({ payment, kept, record }: Asked): boolean {
  const isOpen = record === undefined || record.session.status === 'open'
  return payment.status === 'requires_action' && kept?.returnUrl != null && isOpen
}

/** To the pay page, which knows what to show; or to where the shop wanted the buyer of a payment without a page. */
function wayBack(world: World, { payment, kept, record }: Asked, refused = false): string {
  if (record?.session.status === 'complete') {
    return (record.session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', record.id)
  }
  if (record) return `/c/pay/${record.id}${refused ? '?refused' : ''}`
  const back = new URL(kept?.returnUrl ?? '/', world.origin)
  back.searchParams.set('payment_intent', payment.id)
  back.searchParams.set('redirect_status', payment.status === 'succeeded' ? 'succeeded' : 'failed')
  return back.href
}

function findAsked(world: World, id: string): Asked | undefined {
  try {
    const payment = findPayment(world, id)
    const kept = world.store.state.attempts.get(id)
    const session = [...world.store.state.sessions.values()].find((one) => one.session.payment_intent === id)
    const record = session && sessionRecord(world, session.id)
    return { payment, kept, record, texts: textsFor(record?.session.locale) }
  } catch (error) {
    if (error instanceof ApiRefusal) return undefined
    throw error
  }
}

function confirmPage({ payment, record, texts }: Asked): string {
  const { heading, text, yes, no, leave } = texts.confirm
  const amount = priceText(payment.amount, texts)
  const back =
    record && `<a class="button text" href="/c/pay/${record.id}"><span>${escapeHtml(leave)}</span></a>`
  return frame(
    texts,
    heading,
    `<div class="end"><div class="head"><h1>${escapeHtml(heading)}</h1></div>
<p>${escapeHtml(fill(text, { amount }))}</p>
<form method="post"><div class="acts">
<button class="button seal" name="action" value="confirm">${escapeHtml(yes)}</button>
<button class="button plain" name="action" value="refuse">${escapeHtml(no)}</button>
${back ?? ''}
</div></form></div>`,
  )
}

function unknownPage(): PageAnswer {
  const texts = textsFor(undefined)
  return { status: 404, html: endPage(texts, texts.unknown, null) }
}
