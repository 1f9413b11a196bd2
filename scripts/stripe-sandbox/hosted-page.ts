import { pageStyle } from './page-style'
import type { SessionRecord } from './state'
import { testCards } from './test-cards'
import { fill, priceText, type Texts } from './texts'
import { knownMethods, type Method } from './world'

/** What the buyer typed, as far as it is shown again; a card number never is. */
export interface PayForm {
  method: Method | null
  cardExpiry: string
  cardCvc: string
}

export type PayField = 'method' | 'card_number' | 'card_expiry' | 'card_cvc'

export interface PayProblem {
  field: PayField
  /** One sentence that says what is wrong and what is right. */
  text: string
  /** Nothing was wrong with what she typed: the bank or the wallet refused. */
  refused: boolean
}

/** Any date to come and any three digits do: they are filled in, so that one number is all there is to type. */
export const emptyPayForm: PayForm = { method: null, cardExpiry: '12/34', cardCvc: '123' }

/** The page of a session that can be paid. */
export function payPage(record: SessionRecord, texts: Texts, form: PayForm, problem?: PayProblem): string {
  const amount = priceText(record.session.amount_total ?? 0, texts)
  const { cancel_url: cancelUrl } = record.session
  return frame(
    texts,
    fill(texts.pageTitle, { amount }),
    `<div class="head"><h1>${escapeHtml(texts.heading)}</h1></div>
<div class="grid">
${summary(record, texts)}
<form class="pay" method="post" novalidate>
${problem?.refused ? refusedText(texts, problem) : ''}
${ways(record, texts, form, problem)}
<div class="acts">
<button class="button seal" name="action" value="pay">${escapeHtml(texts.pay)} <span class="num">${amount}</span></button>
<button class="button plain" name="action" value="fail">${escapeHtml(texts.fail)}</button>
${cancelUrl ? `<a class="button text" href="${escapeHtml(cancelUrl)}"><span>${escapeHtml(texts.leave)}</span></a>` : ''}
</div>
</form>
</div>`,
  )
}

/** The page of a session that is over, or that never was, with a way back where one is known. */
export function endPage(
  texts: Texts,
  words: { heading: string; text: string; back?: string },
  way: string | null,
  values: Readonly<Record<string, string>> = {},
): string {
  const link =
    way && words.back && `<a class="button plain" href="${escapeHtml(way)}">${escapeHtml(words.back)}</a>`
  return frame(
    texts,
    words.heading,
    `<div class="end"><div class="head"><h1>${escapeHtml(words.heading)}</h1></div>
<p>${escapeHtml(fill(words.text, values))}</p>
${link || ''}</div>`,
  )
}

function frame(texts: Texts, title: string, main: string): string {
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${escapeHtml(texts.shop)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<header>
<p class="simulated">${escapeHtml(texts.simulated)}</p>
<div class="top"><span class="brand">${escapeHtml(texts.shop)}</span><span class="place">${escapeHtml(texts.cashier)}</span></div>
</header>
<main>
${main}
</main>
</body>
</html>
`
}

function summary({ session, lineItems }: SessionRecord, texts: Texts): string {
  const lines = lineItems.map(({ description, quantity, amount_total, price }) => {
    const each = { quantity: String(quantity), amount: priceText(price?.unit_amount ?? 0, texts) }
    const detail =
      (quantity ?? 1) > 1 ? `<small class="num">${escapeHtml(fill(texts.each, each))}</small>` : ''
    return `<li><span>${escapeHtml(description ?? '')}</span><span class="num">${priceText(amount_total, texts)}</span>${detail}</li>`
  })
  return `<section class="sum" aria-labelledby="sum">
<h2 id="sum">${escapeHtml(texts.summary)}</h2>
<ul>${lines.join('')}</ul>
<p class="total"><span>${escapeHtml(texts.total)}</span><b class="num">${priceText(session.amount_total ?? 0, texts)}</b></p>
<div class="unpaid" aria-hidden="true"></div>
</section>`
}

function ways({ session }: SessionRecord, texts: Texts, form: PayForm, problem?: PayProblem): string {
  const methods = knownMethods.filter((method) => session.payment_method_types.includes(method))
  const chosen = form.method ?? methods[0]
  const radios = methods.map(
    (
      method,
    ) => `<input type="radio" name="method" id="way-${method}" value="${method}"${method === chosen ? ' checked' : ''}>
<label for="way-${method}">${escapeHtml(texts.methods[method])}</label>`,
  )
  const panels = methods.map(
    (method) => `<div class="way way-${method}">${panel(method, texts, form, problem)}</div>`,
  )
  return `<fieldset class="ways ways-${methods.length}">
<legend>${escapeHtml(texts.howToPay)}</legend>
${radios.join('\n')}
${panels.join('\n')}
${problem?.field === 'method' && !problem.refused ? errorText('method', problem) : ''}
</fieldset>`
}

function panel(method: Method, texts: Texts, form: PayForm, problem?: PayProblem): string {
  if (method === 'alipay') return `<p class="hint">${escapeHtml(texts.alipayHint)}</p>`
  if (method === 'wechat_pay') return `<p class="hint">${escapeHtml(texts.wechatHint)}</p>`
  const number = { name: 'card_number', label: texts.cardNumber, value: '' } as const
  const expiry = { name: 'card_expiry', label: texts.cardExpiry, value: form.cardExpiry } as const
  const cvc = { name: 'card_cvc', label: texts.cardCvc, value: form.cardCvc } as const
  return `${input(number, problem, cardHint(texts))}
<div class="two">${input(expiry, problem)}${input(cvc, problem)}</div>`
}

function input(
  field: { name: PayField; label: string; value: string },
  problem: PayProblem | undefined,
  hint = '',
): string {
  const wrong = problem?.field === field.name
  const describedBy = [wrong && `${field.name}-error`, hint && `${field.name}-hint`].filter(Boolean).join(' ')
  return `<div class="field">
<label for="${field.name}">${escapeHtml(field.label)}</label>
<input id="${field.name}" name="${field.name}" inputmode="numeric" autocomplete="off" maxlength="40" value="${escapeHtml(field.value)}"${wrong ? ' aria-invalid="true" autofocus' : ''}${describedBy ? ` aria-describedby="${describedBy}"` : ''}>
${wrong ? errorText(field.name, problem) : ''}
${hint && `<p class="hint" id="${field.name}-hint">${hint}</p>`}
</div>`
}

/** On top, because it is about the whole payment; what to do about a card stands beside its number. */
function refusedText(texts: Texts, { field, text }: PayProblem): string {
  const words = field === 'method' ? [texts.notPaid, text] : [texts.notPaid]
  return `<p class="alert" role="alert">${escapeHtml(words.join(texts.lang === 'en' ? ' ' : ''))}</p>`
}

function errorText(field: PayField, problem: PayProblem): string {
  return `<p class="error" id="${field}-error">${escapeHtml(problem.text)}</p>`
}

function cardHint(texts: Texts): string {
  const numbers = (fails: boolean) =>
    testCards
      .filter(({ decline }) => (decline !== null) === fails)
      .map(({ number }) => `<span class="num">${number.replace(/\d{4}(?=\d)/g, '$& ')}</span>`)
      .join(texts.lang === 'en' ? ', ' : '，')
  return `${escapeHtml(texts.cardHint)}
<span class="tests">${escapeHtml(texts.cardPays)} ${numbers(false)}</span>
<span class="tests">${escapeHtml(texts.cardFails)} ${numbers(true)}</span>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
