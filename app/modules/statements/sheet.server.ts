import type PDFDocument from 'pdfkit'
import type { Locale } from '~/platform/i18n/locale'
import { readPdfFont } from '~/platform/pdf-font.server'
import { printable } from '~/platform/printable'

const margin = 48
const ink = '#1d1a16'
const quiet = '#5d564c'

type SheetInput = {
  title: string
  author: string
  locale: Locale
  /** for eyes that read little: type of 18 points instead of 10.5 */
  isLarge: boolean
}

/** An empty sheet, A4, whose text can be selected, searched and read aloud. Collect the document's bytes, write, then end it. The library is loaded with the first one. */
export async function beginSheet({ title, author, locale, isLarge }: SheetInput) {
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: author },
  })
  document.registerFont('text', await readPdfFont())
  return { document, page: new Sheet(document, isLarge ? 18 : 10.5) }
}

type Row = { day?: string; what: string; amount: string; small?: string[]; isStrong?: boolean }

/** A sheet of rows: day, words, amount. A row that does not fit begins the next page. */
export class Sheet {
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
    this.document.fontSize(this.size * 1.2).text(printable(name))
    this.document.moveDown()
  }

  note(text: string): void {
    this.document
      .fontSize(this.size)
      .fillColor(quiet)
      .text(text, this.left, this.document.y + this.size * 0.5)
      .fillColor(ink)
      .moveDown(0.5)
  }

  /** What the rows below it are about; it never stands alone at the end of a page. */
  section(title: string): void {
    const { document, size } = this
    if (document.y + size * 7 > this.end) document.addPage()
    document.fontSize(size * 1.2).text(title, this.left, document.y + size * 0.8)
    this.rule(document.y + size * 0.2, true)
  }

  row({ day = '', amount, isStrong = false, ...said }: Row): void {
    const { document } = this
    const what = printable(said.what)
    const small = (said.small ?? []).map(printable)
    const whatLeft = this.left + this.dayWidth
    const whatWidth = this.right - this.amountWidth - whatLeft - this.size
    const height = this.heightOf(what, whatWidth, this.size)
    const smallSize = this.size * 0.85
    const smallHeight = small.reduce((sum, text) => sum + this.heightOf(text, whatWidth, smallSize), 0)
    const needed = height + smallHeight + this.size
    if (document.y + needed > this.end) document.addPage()
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
    this.rule(document.y + this.size * 0.4, isStrong)
  }

  private rule(bottom: number, isStrong: boolean): void {
    this.document
      .moveTo(this.left, bottom)
      .lineTo(this.right, bottom)
      .lineWidth(isStrong ? 1 : 0.4)
      .strokeColor(isStrong ? ink : quiet)
      .stroke()
    this.document.x = this.left
    this.document.y = bottom + 1
  }

  /** The foot of a page begins here. */
  private get end(): number {
    return this.document.page.height - margin - this.size * 2
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
