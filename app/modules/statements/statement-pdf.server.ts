import { buffer } from 'node:stream/consumers'
import { formatDay, formatMonth, formatYuan } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { beginSheet, type Sheet } from './sheet.server'
import type { Statement } from './statement'
import { type LineWords, tellDebt, tellDebtLines, tellLine } from './statement-words'

type PdfInput = {
  statement: Statement
  t: Translate
  locale: Locale
  /** the day on which it is made, printed at the foot */
  today: string
  /** for eyes that read little: type of 18 points instead of 10.5 */
  isLarge: boolean
}

/** The statement on paper, A4: its text can be selected, searched and read aloud. */
export async function writeStatementPdf({ statement, t, locale, today, isLarge }: PdfInput): Promise<Buffer> {
  const title = t('statement.heading', { month: formatMonth(locale, statement.month) })
  const { document, page } = await beginSheet({ title, author: t('common.brand'), locale, isLarge })
  const bytes = buffer(document)
  page.heading(title, locale === 'en' ? statement.nameEn : statement.nameZh)
  if (!statement.isWhole) page.note(t('statement.notWhole'))
  writeLines(page, { statement, t, locale })
  writeBalances(page, { statement, t, locale })
  page.foot((number, count) =>
    [
      t('statement.made', { day: formatDay(locale, today, '') }),
      t('statement.page', { page: number, pages: count }),
    ].join('　'),
  )
  document.end()
  return bytes
}

type Written = Pick<PdfInput, 'statement' | 't' | 'locale'>

function writeLines(page: Sheet, { statement, t, locale }: Written): void {
  page.row({ what: t('statement.opening'), amount: formatYuan(statement.openingFen), isStrong: true })
  for (const line of statement.lines) {
    const words = tellLine(line, { t, locale })
    page.row({
      day: formatDay(locale, line.day),
      what: words.title,
      amount: signed(line.amountFen),
      small: smallPrint(words),
    })
  }
  if (statement.lines.length === 0) page.note(t('statement.noLines'))
  const closing = statement.isWhole ? t('statement.closing') : t('statement.closingNow')
  page.row({ what: closing, amount: formatYuan(statement.closingFen), isStrong: true })
}

function writeBalances(page: Sheet, { statement, t, locale }: Written): void {
  if (statement.onTheWayFen !== 0)
    page.row({ what: t('statement.onTheWay'), amount: formatYuan(statement.onTheWayFen) })
  const debt = tellDebtLines(statement, { t, locale })
  const last = debt.pop()
  if (!last) return
  page.section(t('statement.debt'))
  for (const { text, amountFen } of debt) page.row({ what: text, amount: signed(amountFen) })
  page.row({ what: last.text, amount: formatYuan(last.amountFen), isStrong: true })
  if (statement.closingDebtFen > 0) page.note(tellDebt(statement, { t, locale }))
}

function smallPrint({ parts, note }: LineWords): string[] {
  const sum = parts.map(({ text, amountFen }) => `${text} ${signed(amountFen)}`)
  return [...(sum.length > 0 ? [sum.join('　')] : []), ...(note ? [note] : [])]
}

function signed(fen: number): string {
  return fen > 0 ? `+${formatYuan(fen)}` : formatYuan(fen)
}
