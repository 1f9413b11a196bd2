import { buffer } from 'node:stream/consumers'
import type PDFDocument from 'pdfkit'
import { readPdfFont } from '~/platform/pdf-font.server'
import { printable } from '~/platform/printable'
import { drawCode } from './draw-code.server'
import type { ParcelPaper } from './parcel-paper'

type Sheet = InstanceType<typeof PDFDocument>

const millimetre = 72 / 25.4
/** The labels that carriers sell in rolls: 100 × 150 mm. */
const page: [number, number] = [100 * millimetre, 150 * millimetre]
const margin = 6 * millimetre
const ink = '#1d1a16'

/** The services as the post prints them. */
const services = { epacket: 'e-Packet', parcel: 'Parcel / Colis', ems: 'EMS' } as const

/**
 * One label a page: to whom in large letters, from whom in small ones, the order's number and its code to scan while packing. No price and nothing about the goods stands on the outside of a parcel.
 */
export async function writeLabelsPdf(papers: readonly ParcelPaper[]): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({ size: page, margin, autoFirstPage: false, info: { Title: '面单 Labels' } })
  const bytes = buffer(document)
  document.registerFont('text', await readPdfFont())
  for (const paper of papers) await writeLabel(document, paper)
  document.end()
  return bytes
}

async function writeLabel(document: Sheet, paper: ParcelPaper): Promise<void> {
  document.addPage({ size: page, margin })
  document.font('text').fillColor(ink)
  const width = page[0] - 2 * margin
  const { to, from, service, orderNumber } = paper
  const codeSide = 26 * millimetre
  const foot = page[1] - margin - codeSide
  document.fontSize(9).text(service === null ? '收件' : 'To / À 收件', margin, margin)
  if (service !== null)
    document.fontSize(9).text(services[service], margin, margin, { width, align: 'right' })
  const top = margin + 16
  const words = [to.name, to.phone, ...to.lines].map(printable)
  const size = fittingSize(document, words, { width, height: foot - top - 46 })
  document.fontSize(size)
  words.forEach((line, at) => {
    document.text(line, margin, at === 0 ? top : document.y + (at === 2 ? size * 0.4 : 0), { width })
  })
  rule(document, foot - 40)
  document
    .fontSize(9)
    .text(`${service === null ? '寄件' : 'From / De 寄件'}　${printable(from.name)}`, margin, foot - 36, {
      width,
      height: 13,
      ellipsis: true,
    })
  document.text(printable(from.place), margin, foot - 22, { width, height: 13, ellipsis: true })
  rule(document, foot - 4)
  await drawCode(document, orderNumber, { x: margin, y: foot + 4, side: codeSide - 4 })
  document.fontSize(9).text('陇原巧手 · Qiaoshou', margin + codeSide + 6, foot + 10)
  document.fontSize(15).text(orderNumber, margin + codeSide + 6, foot + 26, { lineBreak: false })
}

/** The largest letters in which all of it stands within the height. */
function fittingSize(
  document: Sheet,
  words: readonly string[],
  { width, height }: { width: number; height: number },
): number {
  for (let size = 20; size > 7; size -= 1) {
    document.fontSize(size)
    const needed = words.reduce((sum, line) => sum + document.heightOfString(line, { width }), size * 0.4)
    if (needed <= height) return size
  }
  return 7
}

function rule(document: Sheet, y: number): void {
  document
    .moveTo(margin, y)
    .lineTo(page[0] - margin, y)
    .lineWidth(0.7)
    .strokeColor(ink)
    .stroke()
}
