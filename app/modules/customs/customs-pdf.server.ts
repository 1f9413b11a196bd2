import { buffer } from 'node:stream/consumers'
import type PDFDocument from 'pdfkit'
import { formatYuan } from '~/platform/i18n/format'
import { readPdfFont } from '~/platform/pdf-font.server'
import { printable } from '~/platform/printable'
import type { CustomsForm, CustomsLine } from './customs-form'

const margin = 24
const ink = '#1d1a16'

/** The services as the post prints them. */
const services = { epacket: 'e-Packet', parcel: 'Parcel / Colis', ems: 'EMS' } as const

/**
 * The form on paper, to be cut out, signed and fixed to the parcel: A6 for the short one, A5 for the long one. Its words are those of the Universal Postal Union, English and French, with
 * Chinese for whoever fills it in: they are the same whatever language the site is read in. The library is loaded with the first one.
 */
export async function writeCustomsPdf(form: CustomsForm): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({
    size: form.kind === 'CN22' ? 'A6' : 'A5',
    margin,
    lang: 'en',
    displayTitle: true,
    info: { Title: `${form.kind} ${form.orderNumber}` },
  })
  const bytes = buffer(document)
  document.registerFont('text', await readPdfFont())
  const sheet = new FormSheet(document, form.kind === 'CN22' ? 7 : 8)
  sheet.heading(`CUSTOMS DECLARATION / DÉCLARATION EN DOUANE 报关单`, form.kind)
  sheet.text(`China Post 中国邮政　${services[form.service]}　${form.orderNumber}`)
  sheet.rule()
  sheet.pair('From / De 寄件人', [form.from.name, form.from.place])
  sheet.pair('To / À 收件人', [...form.to.map(printable), `Tel. ${form.phone}`, form.email])
  sheet.rule()
  sheet.text('[  ] Gift / Cadeau 礼品　[  ] Documents 文件　[X] Sale of goods / Vente de marchandises 商品')
  sheet.rule()
  for (const line of form.lines) {
    sheet.pair(`${line.quantity} ×`, [line.description, factsOf(line)])
    sheet.rule()
  }
  sheet.pair('Total', [
    `${kilograms(form.grams)} kg gross / poids brut 毛重`,
    `CNY ${formatYuan(form.valueFen)} value / valeur 价值`,
    `CNY ${formatYuan(form.postageFen)} postage / frais de port 邮费`,
  ])
  sheet.rule()
  sheet.text(
    'I certify that the particulars given in this declaration are correct and that this item does not contain any dangerous article or articles prohibited by legislation or by postal or customs regulations. 本人保证以上所填属实，内无危险品和禁寄物品。',
  )
  sheet.text(`Date 日期 ${form.today}　　Signature 签名 ____________________`)
  document.end()
  return bytes
}

function factsOf({ grams, valueFen, hsCode, origin }: CustomsLine): string {
  return [
    grams === null ? null : `${kilograms(grams)} kg`,
    `CNY ${formatYuan(valueFen)}`,
    `HS ${hsCode ?? '______'}`,
    `Origin / Origine 原产地 ${origin}`,
  ]
    .filter((fact) => fact !== null)
    .join('　')
}

/** 0.280: as scales at the counter show it. */
function kilograms(grams: number): string {
  return (grams / 1000).toFixed(3)
}

/** Words below each other, ruled, with a narrow column for what they are. */
class FormSheet {
  private readonly width: number
  private readonly labelWidth: number

  constructor(
    private readonly document: InstanceType<typeof PDFDocument>,
    private readonly size: number,
  ) {
    this.width = document.page.width - 2 * margin
    this.labelWidth = size * 9
    document.font('text').fillColor(ink)
  }

  heading(title: string, kind: string): void {
    const { document, size } = this
    const top = document.y
    document.fontSize(size * 2).text(kind, margin, top, { width: this.width, align: 'right' })
    document.fontSize(size * 1.1).text(title, margin, top, { width: this.width - size * 8 })
    document.y = Math.max(document.y, top + size * 3)
  }

  text(words: string): void {
    this.document.fontSize(this.size).text(words, margin, this.document.y + 2, { width: this.width })
  }

  pair(label: string, lines: readonly string[]): void {
    const { document, size } = this
    const words = lines.join('\n')
    const width = this.width - this.labelWidth
    const height = document.fontSize(size).heightOfString(words, { width })
    if (document.y + height + size > document.page.height - margin) document.addPage()
    const top = document.y + 2
    document.text(label, margin, top, { width: this.labelWidth })
    document.text(words, margin + this.labelWidth, top, { width })
  }

  rule(): void {
    const { document } = this
    const y = document.y + 3
    document
      .moveTo(margin, y)
      .lineTo(margin + this.width, y)
      .lineWidth(0.5)
      .strokeColor(ink)
      .stroke()
    document.y = y + 2
  }
}
