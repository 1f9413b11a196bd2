import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { MessageKey, Translate } from '~/platform/i18n/translate'
import type { StatementMonth } from './find-statement-months.server'
import type { SoldGoods, Statement, StatementLine } from './statement'

/** A line of a statement in words: what it is, the sum that leads to it where there is one, and what it means. */
export type LineWords = { title: string; parts: { text: string; amountFen: number }[]; note: string | null }

type Language = { t: Translate; locale: Locale }

/** What a posting is called, by the purpose of its leg; `refund` covers all that goes back to a buyer. */
const purposes: ReadonlyMap<string, MessageKey> = new Map([
  ['postage', 'statement.postage'],
  ['payout', 'statement.payout'],
  ['debt', 'statement.back'],
  ['returned', 'statement.returned'],
  ['broker', 'statement.broker'],
  ['succession', 'statement.succession'],
  ['inheritance', 'statement.inheritance'],
  ['set_aside', 'statement.setAside'],
  ['kept_for_her', 'statement.keptForHer'],
])

/** What the same purpose is called where it comes to her. */
const toHer: ReadonlyMap<string, string> = new Map([
  ['succession', 'inheritance'],
  ['set_aside', 'kept_for_her'],
])

/** Tells one line. Anything that the books may call otherwise one day is told as a correction, with its own word. */
export function tellLine(line: StatementLine, language: Language): LineWords {
  const { t } = language
  const order = line.orderNumber ? t('statement.order', { number: line.orderNumber }) : null
  if (line.purpose === 'share' && line.goods && line.amountFen >= 0)
    return { ...tellGoods(line.goods, line.amountFen, language), note: order }
  if (line.kind.startsWith('refund') && line.purpose === 'debt')
    return { title: t('statement.lent'), parts: [], note: order }
  if (line.kind.startsWith('refund') || (line.purpose === 'share' && line.amountFen < 0))
    return { title: tellRefund(line, language), parts: [], note: order }
  const key = purposes.get((line.amountFen > 0 && toHer.get(line.purpose)) || line.purpose)
  const title = key ? t(key, payoutParams(line, language)) : t('statement.other', { what: line.purpose })
  return { title, parts: [], note: failureOf(line, language) ?? order }
}

/** A month in the list: what came in, and who owes whom at its end. */
export function tellMonth(month: Omit<StatementMonth, 'month'>, { t, locale }: Language): string {
  const { isWhole, inFen, closingFen, debtFen } = month
  const amount = formatMoney(locale, closingFen)
  const closing =
    closingFen === 0
      ? t(isWhole ? 'statement.monthNothing' : 'statement.monthNothingNow')
      : t(isWhole ? 'statement.monthClosing' : 'statement.monthClosingNow', { amount })
  return [
    t('statement.monthLine', { amount: formatMoney(locale, inFen) }),
    closing,
    ...(debtFen === 0 ? [] : [t('statement.monthDebt', { amount: formatMoney(locale, debtFen) })]),
  ].join(locale === 'en' ? ', ' : '，')
}

type Debt = Pick<Statement, 'openingDebtFen' | 'addedDebtFen' | 'closingDebtFen' | 'isWhole'>

/** What she owes, from the beginning of the month to its end, leaving out what is nothing; empty where there was no debt in it. */
export function tellDebtLines(debt: Debt, { t }: Language): { text: string; amountFen: number }[] {
  const { openingDebtFen: opening, addedDebtFen: added, closingDebtFen: closing, isWhole } = debt
  const moves = [
    { text: t('statement.debtOpening'), amountFen: opening },
    { text: t('statement.debtAdded'), amountFen: added },
    { text: t('statement.debtTaken'), amountFen: closing - opening - added },
  ].filter(({ amountFen }) => amountFen !== 0)
  if (moves.length === 0) return []
  const text = t(isWhole ? 'statement.debtClosing' : 'statement.debtClosingNow')
  return [...moves, { text, amountFen: closing }]
}

/** How a debt came about and is repaid, by the rule that stood at the end of the month. */
export function tellDebt({ debtRule }: Pick<Statement, 'debtRule'>, { t, locale }: Language): string {
  const { shareBps, floorFen } = debtRule
  const share = shareBps === 5_000 ? t('statement.half') : t('statement.percent', { percent: shareBps / 100 })
  return t('statement.debtText', { share, floor: formatMoney(locale, floorFen) })
}

function tellGoods(goods: SoldGoods, amountFen: number, { t, locale }: Language): Omit<LineWords, 'note'> {
  const title = t('statement.goods', { title: titleOf(goods, locale), count: goods.quantity })
  const parts = [
    { text: t('statement.partGoods'), amountFen: goods.goodsFen },
    ...(goods.ownDiscountFen > 0
      ? [{ text: t('promotion.statementOwn'), amountFen: -goods.ownDiscountFen }]
      : []),
    {
      text: t(goods.taxFen > 0 ? 'statement.partCommissionTaxed' : 'statement.partCommission', {
        percent: goods.commissionBps / 100,
        tax: formatMoney(locale, goods.taxFen),
      }),
      amountFen: -goods.commissionFen,
    },
    ...(goods.brokerFen > 0 ? [{ text: t('statement.partBroker'), amountFen: -goods.brokerFen }] : []),
  ]
  const leadsThere = parts.reduce((sum, part) => sum + part.amountFen, 0) === amountFen
  return { title, parts: leadsThere ? parts : [] }
}

function tellRefund({ goods }: StatementLine, { t, locale }: Language): string {
  return goods ? t('statement.refundOf', { title: titleOf(goods, locale) }) : t('statement.refund')
}

function titleOf({ titleZh, titleEn }: SoldGoods, locale: Locale): string {
  return locale === 'en' ? (titleEn ?? titleZh) : titleZh
}

function payoutParams({ payout }: StatementLine, { t }: Language) {
  const to = payout?.last4 ? t('statement.toCard', { last4: payout.last4 }) : t('statement.toAccount')
  return { to: payout ? to : '' }
}

function failureOf({ payout, purpose }: StatementLine, { t }: Language): string | null {
  return purpose === 'returned' && payout?.failureReason
    ? t('statement.bankSaid', { reason: payout.failureReason })
    : null
}
