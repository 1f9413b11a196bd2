import { buffer } from 'node:stream/consumers'
import type PDFDocument from 'pdfkit'
import { formatDay, formatMoney, formatMonth, formatYuan } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { readPdfFont } from '~/platform/pdf-font.server'
import type { Statement } from './statement'
import { type LineWords, tellDebt, tellLine } from './statement-words'

type PdfInput = {
  statement: Statement
  t: Translate
  locale: Locale
  /** the day on which it is made, printed at the foot */
  today: string
  /** for eyes that read little: type of 18 points instead of 10.5 */
  isLarge: boolean
}

const margin = 48
const ink = '#1d1a16'
const quiet = '#5d564c'

/** The statement on paper, A4: its text can be selected, searched and read aloud. The library is loaded with the first one. */
export async function writeStatementPdf({ statement, t, locale, today, isLarge }: PdfInput): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const title = t('statement.heading', { month: formatMonth(locale, statement.month) })
  const document = new Pdf({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: t('common.brand') },
  })
  const bytes = buffer(document)
  document.registerFont('text', await readPdfFont())
  const page = new Sheet(document, isLarge ? 18 : 10.5)
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
  if (statement.closingDebtFen === 0) return
  page.row({ what: t('statement.debt'), amount: formatMoney(locale, statement.closingDebtFen) })
  page.note(tellDebt(statement, { t, locale }))
}

function smallPrint({ parts, note }: LineWords): string[] {
  const sum = parts.map(({ text, amountFen }) => `${text} ${signed(amountFen)}`)
  return [...(sum.length > 0 ? [sum.join('　')] : []), ...(note ? [note] : [])]
}

function signed(fen: number): string {
  return fen > 0 ? `+${formatYuan(fen)}` : formatYuan(fen)
}

type Row = { day?: string; what: string; amount: string; small?: string[]; isStrong?: boolean }

/** A sheet of rows: day, words, amount. A row that does not fit begins the next page. */
class Sheet {
  private readonly left = margin
  private readonly right: number
  private readonly dayWidth: number
  private readonly amountWidth: number

  constructor(
    private readonly document: InstanceType<typeof PDFDocument>,
    private readonly size: number,
  ) {
    this.right = document.page.width - margin
    this.dayWidth = size * 8
    this.amountWidth = size * 8
    document.font('text').fillColor(ink)
  }

  heading(title: string, name: string): void {
    this.document.fontSize(this.size * 1.8).text(title)
    this.document.fontSize(this.size * 1.2).text(name)
    this.document.moveDown()
  }

  note(text: string): void {
    this.document.fontSize(this.size).fillColor(quiet).text(text, this.left).fillColor(ink).moveDown(0.5)
  }

  row({ day = '', what, amount, small = [], isStrong = false }: Row): void {
    const { document } = this
    const whatLeft = this.left + this.dayWidth
    const whatWidth = this.right - this.amountWidth - whatLeft - this.size
    const height = this.heightOf(what, whatWidth, this.size)
    const smallSize = this.size * 0.85
    const smallHeight = small.reduce((sum, text) => sum + this.heightOf(text, whatWidth, smallSize), 0)
    const needed = height + smallHeight + this.size
    if (document.y + needed > document.page.height - margin - this.size * 2) document.addPage()
    const top = document.y + this.size * 0.4
    document.fontSize(this.size)
    if (day) document.text(day, this.left, top, { width: this.dayWidth, lineBreak: false })
    document.text(what, whatLeft, top, { width: whatWidth })
    document.text(amount, this.right - this.amountWidth, top, {
      width: this.amountWidth,
      align: 'right',
      lineBreak: false,
    })
    document.y = top + height
    document.fontSize(smallSize).fillColor(quiet)
    for (const text of small) document.text(text, whatLeft, document.y, { width: whatWidth })
    document.fillColor(ink)
    const bottom = document.y + this.size * 0.4
    document
      .moveTo(this.left, bottom)
      .lineTo(this.right, bottom)
      .lineWidth(isStrong ? 1 : 0.4)
      .strokeColor(isStrong ? ink : quiet)
      .stroke()
    document.x = this.left
    document.y = bottom + 1
  }

  /** On every page, once their number is known. */
  foot(textOf: (number: number, count: number) => string): void {
    const { document } = this
    const { start, count } = document.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      document.switchToPage(start + index)
      document.page.margins.bottom = 0
      document
        .fontSize(this.size * 0.85)
        .fillColor(quiet)
        .text(textOf(index + 1, count), this.left, document.page.height - margin * 0.8, { lineBreak: false })
    }
  }

  private heightOf(text: string, width: number, size: number): number {
    return this.document.fontSize(size).heightOfString(text, { width })
  }
}
