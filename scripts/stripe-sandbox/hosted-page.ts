import { escapeHtml, frame } from './page-frame'
import type { SessionRecord } from './state'
import { codeOf, type TestCard, testCards } from './test-cards'
import { fill, priceText, type Texts } from './texts'
import { knownMethods, type Method } from './world'

/** What the buyer typed, as far as it is shown again; a card number never is. */
export interface PayForm {
  method: Method | null
  cardExpiry: string
  cardCvc: string
  /** What becomes of a wallet's payment; not in the files of older runs. */
  settles?: Settles
}

/** When a wallet's money comes. */
export const settlings = ['now', 'later', 'never'] as const
export type Settles = (typeof settlings)[number]

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
  if (method !== 'card') return walletPanel(method, texts, form)
  const number = { name: 'card_number', label: texts.cardNumber, value: '' } as const
  const expiry = { name: 'card_expiry', label: texts.cardExpiry, value: form.cardExpiry } as const
  const cvc = { name: 'card_cvc', label: texts.cardCvc, value: form.cardCvc } as const
  return `${input(number, problem, cardHint(texts))}
<div class="two">${input(expiry, problem)}${input(cvc, problem)}</div>`
}

function walletPanel(method: 'alipay' | 'wechat_pay', texts: Texts, form: PayForm): string {
  const hint = method === 'alipay' ? texts.alipayHint : texts.wechatHint
  const options = settlings.map((settles) => {
    const chosen = settles === (form.settles ?? 'now') ? ' selected' : ''
    return `<option value="${settles}"${chosen}>${escapeHtml(texts.settles[settles])}</option>`
  })
  const id = `settles-${method}`
  return `<p class="hint">${escapeHtml(hint)}</p>
<div class="field"><label for="${id}">${escapeHtml(texts.whenSettled)}</label>
<select id="${id}" name="${method}_settles">${options.join('')}</select></div>`
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
  const line = (label: string, kind: ReturnType<typeof kindOf>) => {
    const shown = testCards
      .filter((card) => kindOf(card) === kind)
      .map(({ number }) => `<span class="num">${number.replace(/\d{4}(?=\d)/g, '$& ')}</span>`)
    return `<span class="tests">${escapeHtml(label)} ${shown.join(texts.lang === 'en' ? ', ' : '，')}</span>`
  }
  return [
    escapeHtml(texts.cardHint),
    line(texts.cardPays, 'pays'),
    line(texts.cardFails, 'fails'),
    line(texts.cardConfirms, 'confirms'),
    line(texts.cardDisputes, 'disputes'),
  ].join('\n')
}

/** Under which heading the page names a card; the odd ones are for tests and not named. */
function kindOf({ decline, asksToConfirm, dispute, refund, skipsPending }: TestCard) {
  if (asksToConfirm) return decline === null ? 'confirms' : 'odd'
  if (decline !== null) return codeOf(decline) === 'card_declined' ? 'fails' : 'odd'
  if (dispute !== null) return dispute === 'fraudulent' ? 'disputes' : 'odd'
  return refund === 'at_once' && !skipsPending ? 'pays' : 'odd'
}
