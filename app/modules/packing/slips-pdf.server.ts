import { buffer } from 'node:stream/consumers'
import type PDFDocument from 'pdfkit'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { type Translate, translator } from '~/platform/i18n/translate'
import { readPdfFont } from '~/platform/pdf-font.server'
import { printable } from '~/platform/printable'
import { drawCode } from './draw-code.server'
import type { PaperLine, ParcelPaper } from './parcel-paper'

type Sheet = InstanceType<typeof PDFDocument>

const margin = 34
const ink = '#1d1a16'
const quiet = '#5d564c'
const codeSide = 56

/**
 * The slip that lies inside, A5, in the buyer's language: what is in the parcel and, unless it is a present, what was paid for it. Of a present the words for whoever receives it stand first. It names no
 * address and no telephone number.
 */
export async function writeSlipsPdf(papers: readonly ParcelPaper[], today: string): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({
    size: 'A5',
    margin,
    autoFirstPage: false,
    info: { Title: '装箱单 Packing slips' },
  })
  const bytes = buffer(document)
  document.registerFont('text', await readPdfFont())
  for (const paper of papers) await writeSlip(document, paper, today)
  document.end()
  return bytes
}

async function writeSlip(document: Sheet, paper: ParcelPaper, today: string): Promise<void> {
  const t = translator(paper.locale)
  document.addPage({ size: 'A5', margin })
  document.font('text').fillColor(ink)
  const width = document.page.width - 2 * margin
  const beside = { width: width - codeSide - 12 }
  document.fontSize(18).text(t('packing.slipTitle'), margin, margin, beside)
  document
    .fontSize(11)
    .text(t('packing.slipFrom', { seller: paper.from.name, place: paper.from.place }), beside)
  document
    .fillColor(quiet)
    .text(
      t('packing.slipOrder', { number: paper.orderNumber, day: formatDay(paper.locale, today, '') }),
      beside,
    )
    .fillColor(ink)
  await drawCode(document, paper.orderNumber, { x: margin + width - codeSide, y: margin, side: codeSide })
  document.y = Math.max(document.y, margin + codeSide) + 10
  document.x = margin
  document.fontSize(12).text(t('packing.slipTo', { name: printable(paper.to.name) }), margin)
  if (paper.service)
    document
      .fontSize(10)
      .fillColor(quiet)
      .text(t('packing.slipBy', { service: t(`abroad.service_${paper.service}`) }), margin)
      .fillColor(ink)
  if (paper.giftNote) document.moveDown(0.5).fontSize(15).text(printable(paper.giftNote), { width })
  document.moveDown(0.5)
  for (const line of paper.lines) writeLine(document, { line, paper, width, t })
  if (!paper.hidePrices) writeSum(document, { paper, width, t })
  document.moveDown()
  document.fontSize(10).fillColor(quiet).text(t('packing.slipThanks'), margin, document.y, { width })
}

type Written = { line: PaperLine; paper: ParcelPaper; width: number; t: Translate }

function writeLine(document: Sheet, { line, paper, width, t }: Written): void {
  const amountWidth = paper.hidePrices ? 0 : 76
  const what = { width: width - amountWidth - 6 }
  const title = t('packing.slipLine', { count: line.quantity, title: printable(line.title) })
  const details = line.details.map(printable).join('\n')
  document.fontSize(11)
  const height = document.heightOfString(title, what) + (details ? document.heightOfString(details, what) : 0)
  if (document.y + height + 12 > document.page.height - margin) document.addPage({ size: 'A5', margin })
  const top = document.y + 5
  if (!paper.hidePrices)
    document.text(formatMoney(paper.locale, line.amountFen), margin + width - amountWidth, top, {
      width: amountWidth,
      align: 'right',
      lineBreak: false,
    })
  document.text(title, margin, top, what)
  if (details) document.fontSize(10).fillColor(quiet).text(details, margin, document.y, what).fillColor(ink)
  const y = document.y + 4
  document
    .moveTo(margin, y)
    .lineTo(margin + width, y)
    .lineWidth(0.4)
    .strokeColor(quiet)
    .stroke()
  document.y = y
}

function writeSum(document: Sheet, { paper, width, t }: Omit<Written, 'line'>): void {
  const money = (fen: number) => formatMoney(paper.locale, fen)
  document
    .fontSize(11)
    .text(t('packing.slipPostage', { amount: money(paper.postageFen) }), margin, document.y + 5, {
      width,
      align: 'right',
    })
  document
    .fontSize(13)
    .text(t('packing.slipTotal', { amount: money(paper.totalFen) }), { width, align: 'right' })
}
