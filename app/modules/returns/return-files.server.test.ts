import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { translator } from '~/platform/i18n/translate'
import { owner } from '../../../tests/fixtures/owner'
import { buildSoldMonth, confirmShown, villages } from '../../../tests/fixtures/sold-month'
import { confirmBelow } from './confirm-return.server'
import { figureNames, isMoney, noFigures } from './figures'
import { findOwnTemplate } from './find-template.server'
import { getReturn } from './get-return.server'
import { getReturnFile } from './get-return-file.server'
import { returnText } from './return-text'
import { saveTemplate } from './save-template.server'
import { toldFigures } from './small-rows'

let month: Day
let county: Actor
let city: Actor

const confirm = (actor: Actor, code: string, over: Partial<Parameters<typeof confirmShown>[1]> = {}) =>
  confirmShown({ actor, month, code }, over)

const look = (actor: Actor, code: string) => getReturn({ actor, month, code, locale: 'zh-CN' })

beforeAll(async () => {
  ;({ month, county, city } = await buildSoldMonth())
  await confirmBelow({ actor: county, month, code: villages.county })
  await confirm(county, villages.county)
  await confirm(city, villages.city, { missing: ['620121'] })
})

describe('a file of a return', () => {
  it('holds the rows of the page, their sum and the paragraph, and is written down', async () => {
    const ask = {
      actor: county,
      month,
      code: villages.county,
      locale: 'zh-CN' as const,
      t: translator('zh-CN'),
    }
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      (await getReturnFile({ ...ask, form: 'csv' })).bytes,
    )
    expect(csv.startsWith('\uFEFF地区,状态,成交（笔）')).toBe(true)
    const page = await look(county, villages.county)
    const sum = csv.split('\r\n').find((line) => line.startsWith('合计'))
    expect(sum).toBe(
      `合计,,${figureNames
        .map((name) =>
          name === 'households' ? '' : isMoney(name) ? page.total[name] / 100 : page.total[name],
        )
        .join(',')}`,
    )
    const { default: Excel } = await import('exceljs')
    const book = new Excel.Workbook()
    const { bytes } = await getReturnFile({ ...ask, form: 'xlsx' })
    await book.xlsx.load(bytes.buffer)
    const sheet = book.worksheets[0]
    expect(sheet?.getRow(2).getCell(1).value).toBe(page.rows[0]?.name)
    expect(sheet?.getRow(2).getCell(3).value).toBe(page.rows[0]?.figures?.sales)
    expect(
      await owner.auditEvent.count({ where: { action: 'return.exported', actorUserId: county.userId } }),
    ).toBe(2)
    const words = returnText(translator('zh-CN'), 'zh-CN', page)
    expect(words).toMatch(
      /^\d{4} 年 \d{1,2} 月，榆中县巧手共成交 8 笔、16 件，货款 1,088.00 元；7 人有收入，共 8 人次/,
    )
  })
})

describe('what leaves the desk', () => {
  const csvOf = async (code: string) =>
    new TextDecoder().decode(
      (
        await getReturnFile({
          actor: county,
          month,
          code,
          form: 'csv',
          locale: 'zh-CN',
          t: translator('zh-CN'),
        })
      ).bytes,
    )

  it('does not tell in the sheet of one village what the sheet of the town leaves out for the other', async () => {
    expect((await look(county, villages.two)).total.earners).toBeGreaterThanOrEqual(5)
    expect(await csvOf(villages.two)).toMatch(/\r\n合计,,,,,,,,,,/)
  })

  it('leaves one household out of the sum and of the words that are copied into a report', async () => {
    const page = await look(county, villages.county)
    expect(page.total.households).toBe(1)
    const words = returnText(translator('zh-CN'), 'zh-CN', page)
    expect(words).not.toContain('在册户')
    expect(words).toContain('首次有收入 7 人')
    expect(words).toContain('涉及不到 5 人（户、家）的数不列')
    const alone = returnText(translator('zh-CN'), 'zh-CN', await look(county, villages.one))
    expect(alone).not.toContain('成交')
  })

  it('does not tell in the sheet of a county what the city’s leaves out of another, which the county does not see', async () => {
    const before = await look(county, villages.county)
    expect(before.above).toBeNull()
    expect(before.hiddenAbove).not.toContain('onboarded')
    expect(toldFigures(before).total.onboarded).toBe(5)
    await confirmBelow({ actor: city, month, code: '620121' })
    await confirm(city, '620121')
    await confirm(city, villages.city, { seenVersion: 1, reason: '永登县补报' })
    expect((await look(city, '620121')).total.onboarded).toBe(1)
    const page = await look(county, villages.county)
    expect(page.hiddenAbove).toContain('onboarded')
    expect(toldFigures(page).total.onboarded).toBeNull()
  })

  it('asks for five who are surely different people where one woman may be in two rows', () => {
    const row = { code: '1', name: '', isOwn: false, state: 'confirmed', version: 1, isNewer: false } as const
    const three = { ...noFigures, earners: 3, incomeFen: 30_000 }
    const many = { ...noFigures, earners: 20, incomeFen: 200_000 }
    const told = (isApart: boolean) =>
      toldFigures({
        rows: [three, three, many].map((figures) => ({ ...row, figures })),
        total: { ...many, earners: 26 },
        hiddenAbove: [],
        isApart,
      }).rows.map((one) => one?.earners)
    expect(told(true)).toEqual([null, null, 20])
    // the three may be the same in both
    expect(told(false)).toEqual([null, null, null])
  })

  it('counts money without anybody, as when it was given back, as one woman’s', () => {
    const figures = { ...noFigures, incomeFen: -5_000 }
    const row = { code: '1', name: '', isOwn: false, state: 'confirmed', version: 1, isNewer: false } as const
    const others = { ...noFigures, earners: 9, incomeFen: 90_000 }
    const { rows, total } = toldFigures({
      rows: [
        { ...row, figures },
        { ...row, figures: others },
        { ...row, figures: { ...others, earners: 20 } },
      ],
      total: { ...others, earners: 29 },
      hiddenAbove: [],
      isApart: true,
    })
    expect(rows.map((one) => one?.incomeFen)).toEqual([null, null, 90_000])
    expect(total.earners).toBe(29)
  })

  it('says nothing of a village with one earner, nor what would tell it', async () => {
    const { bytes } = await getReturnFile({
      actor: county,
      month,
      code: villages.town,
      form: 'csv',
      locale: 'zh-CN',
      t: translator('zh-CN'),
    })
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    for (const row of (await look(county, villages.town)).rows.slice(0, 2))
      expect(lines.find((line) => line.includes(row.name))).toMatch(/,[^,]+,,,,,,,,/)
    expect(lines.find((line) => line.startsWith('合计'))).toMatch(/^合计,,8,16,/)
    expect(lines.join()).toContain('涉及不到 5 人（户、家）的数不列')
  })
})

describe('the table that a city brings', () => {
  async function book(cells: Record<string, string | { formula: string }>): Promise<Uint8Array<ArrayBuffer>> {
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    const sheet = workbook.addWorksheet('月报')
    for (const [address, value] of Object.entries(cells))
      sheet.getCell(address).value =
        typeof value === 'string' ? value : { formula: value.formula, date1904: false }
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }
  const save = (bytes: Uint8Array<ArrayBuffer>, actor = city) =>
    saveTemplate({ actor, fileName: '市表 2026.xlsx', bytes })

  it('is refused with the cell where it cannot be filled', async () => {
    const refused = (bytes: Uint8Array<ArrayBuffer>) => expect(save(bytes)).rejects
    await refused(await book({ A1: '{{行.地区}}', B1: { formula: 'SUM(A1:A2)' } })).toMatchObject({
      key: 'returns.templateFormula',
      params: { cell: 'B1' },
      field: 'file',
    })
    await refused(await book({ A1: '{{行.地区}}', C7: '{{户主}}' })).toMatchObject({
      key: 'returns.templateUnknown',
      params: { cell: 'C7', code: '{{户主}}' },
    })
    await refused(await book({ A1: '{{地区}}' })).toMatchObject({ key: 'returns.templateNoRow' })
    const { default: Excel } = await import('exceljs')
    const merged = new Excel.Workbook()
    const sheet = merged.addWorksheet('月报')
    sheet.getCell('A1').value = '{{行.地区}}'
    for (let row = 2; row < 600; row += 1) sheet.mergeCells(row, 1, row, 2)
    await refused(new Uint8Array(await merged.xlsx.writeBuffer())).toMatchObject({
      key: 'returns.templateMerges',
      field: 'file',
    })
    await refused(new TextEncoder().encode('不是表')).toMatchObject({ status: 422, field: 'file' })
    expect(await findOwnTemplate(city)).toBeNull()
  })

  it('is what every place below hands over from then on, numbers as numbers', async () => {
    await save(
      await book({
        A1: '{{地区}} {{月份}}（第 {{版次}} 版）',
        A3: '{{行.地区}}',
        B3: '{{行.成交}}',
        C3: '{{行.收入}}',
        A4: '合计',
        B4: '{{合计.成交}}',
        A6: '{{文字稿}}',
      }),
    )
    expect(await findOwnTemplate(city)).toMatchObject({ fileName: '市表 2026.xlsx' })
    const { bytes } = await getReturnFile({
      actor: county,
      month,
      code: villages.county,
      form: 'xlsx',
      locale: 'zh-CN',
      t: translator('zh-CN'),
    })
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(bytes.buffer)
    const sheet = workbook.getWorksheet('月报')
    const page = await look(county, villages.county)
    const value = (address: string) => sheet?.getCell(address).value
    expect(value('A1')).toMatch(/^榆中县 \d{4} 年 \d{1,2} 月（第 1 版）$/)
    expect([value('A3'), value('B3'), value('C3')]).toEqual([
      page.rows[0]?.name,
      page.rows[0]?.figures?.sales,
      (page.rows[0]?.figures?.incomeFen ?? 0) / 100,
    ])
    expect(sheet?.getCell('C3').numFmt).toBe('0.00')
    expect(value('A4')).toBe('榆中县（不分下级）')
    expect([value('A5'), value('B5')]).toEqual(['合计', 8])
    expect(value('A7')).toContain('榆中县巧手共成交 8 笔')
  })
})
