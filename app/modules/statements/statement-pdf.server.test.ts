import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import type { Statement, StatementLine } from './statement'
import { writeStatementPdf } from './statement-pdf.server'

const goods = {
  titleZh: '九道福字盘长结，靛蓝配朱红，吉祥如意长款挂件',
  titleEn: 'Knot of nine turns',
  quantity: 1,
  goodsFen: 36_800,
  commissionFen: 1_840,
  commissionBps: 500,
  taxFen: 104,
  brokerFen: 0,
  ownDiscountFen: 0,
}

function line(index: number, over: Partial<StatementLine> = {}): StatementLine {
  return {
    id: String(index),
    day: '2026-10-09',
    kind: 'earned',
    purpose: 'share',
    amountFen: 34_960,
    orderNumber: '2610-048213',
    goods,
    payout: null,
    ...over,
  }
}

function statement(lines: StatementLine[]): Statement {
  return {
    nameZh: '示例结艺',
    nameEn: 'Sample Knots',
    month: '2026-10-01',
    isWhole: true,
    openingFen: 1_234,
    lines,
    closingFen: 1_234 + lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    onTheWayFen: 5_000,
    openingDebtFen: 0,
    addedDebtFen: 900,
    closingDebtFen: 777,
    debtRule: { shareBps: 3_000, floorFen: 20_000 },
  }
}

async function read(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  const sizes = new Set<number>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const texts = items.flatMap((item) => ('str' in item ? [item] : []))
    for (const { height } of texts) if (height > 0) sizes.add(Math.round(height * 10) / 10)
    pages.push(texts.map(({ str }) => str).join(''))
  }
  return { pages, sizes, info: (await document.getMetadata()).info }
}

const write = (lines: StatementLine[], isLarge = false, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  writeStatementPdf({
    statement: statement(lines),
    t: translator(locale),
    locale,
    today: '2026-11-27',
    isLarge,
  })

describe('the statement on paper', () => {
  it('is text that can be selected, in Chinese, with every sum', async () => {
    const { pages, info } = await read(await write([line(1)]))
    const text = pages.join('\n').replace(/\s/g, '')
    for (const said of [
      '2026年10月对账单',
      '示例结艺',
      '月初该付给您的12.34',
      '10月9日',
      '九道福字盘长结，靛蓝配朱红，吉祥如意长款挂件',
      '+349.60',
      '平台佣金5%（含税¥1.04）−18.40',
      '订单2610-048213',
      '月底该付给您的361.94',
      '您欠的（以前退过款的）这个月新欠的+9.00这个月从付款里抵掉的−1.23月底您还欠7.77',
      '第1页，共1页',
    ])
      expect(text).toContain(said)
    expect(info).toMatchObject({ Title: '2026 年 10 月对账单' })
  })

  it('embeds only what it uses of the fonts', async () => {
    const bytes = await write([line(1)])
    expect(bytes.length).toBeLessThan(200_000)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(bytes.toString('latin1')).toMatch(/\/FontFile2|\/FontFile3/)
  })

  it('has large print, and goes on over pages without losing a line', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => line(index))
    const ordinary = await read(await write(lines))
    const large = await read(await write(lines, true))
    expect(Math.max(...large.sizes)).toBeGreaterThan(Math.max(...ordinary.sizes) * 1.6)
    expect(large.pages.length).toBeGreaterThan(ordinary.pages.length)
    for (const { pages } of [ordinary, large]) {
      expect(pages.join('').match(/2610-048213/g)).toHaveLength(60)
      expect(pages.at(-1)?.replace(/\s/g, '')).toContain(`第${pages.length}页，共${pages.length}页`)
    }
  })

  it('speaks English', async () => {
    const { pages } = await read(await write([line(1)], false, 'en'))
    expect(pages[0]).toContain('Statement for October 2026')
    expect(pages[0]).toContain('Sold: Knot of nine turns')
    expect(pages[0]).toContain('You still owed at the end')
  })
})
