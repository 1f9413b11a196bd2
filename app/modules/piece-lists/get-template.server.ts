import type { Workbook, Worksheet } from 'exceljs'
import { makeModes } from '~/modules/catalog/listing-limits'
import { makeModeTitle } from '~/modules/catalog/listing-texts'
import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { type Translate, translator } from '~/platform/i18n/translate'
import {
  columnTitle,
  type ListColumn,
  letterAt,
  listColumns,
  listLimits,
  neededColumns,
  sampleCode,
  wishColumns,
} from './list-columns'

/** An empty table of pieces as .xlsx: titles, a row that shows how (it is never imported), and the words that may stand in a cell, offered in it. */
export async function getTemplate({ locale }: { locale: Locale }): Promise<Uint8Array<ArrayBuffer>> {
  const t = translator(locale)
  const crafts = await prisma.craft.findMany({
    select: { nameZh: true, nameEn: true },
    orderBy: { position: 'asc' },
  })
  const words = wordsOf(
    t,
    crafts.map(({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh)),
  )
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet(t('pieces.sheet'), {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
  })
  writeTitles(sheet, t)
  writeSample(sheet, t, words)
  offerWords(workbook, sheet, t, words)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

type Words = { column: ListColumn; choices: string[]; isOne: boolean }[]

/** `isOne`: one of them and nothing else; of the others several may stand in a cell. */
function wordsOf(t: Translate, crafts: string[]): Words {
  const yesOrNo = [t('pieces.yes'), t('pieces.no')]
  return [
    { column: 'craftCode', choices: crafts, isOne: true },
    { column: 'makeMode', choices: makeModes.map((mode) => t(makeModeTitle[mode])), isOne: true },
    { column: 'shipsAbroad', choices: yesOrNo, isOne: true },
    { column: 'showsCosts', choices: yesOrNo, isOne: true },
    ...wishColumns.map(({ isRequired }) => ({ column: isRequired, choices: yesOrNo, isOne: true })),
    { column: 'materialCodes', choices: materials.map((code) => t(materialTitle[code])), isOne: false },
    { column: 'colourCodes', choices: colours.map((code) => t(colourTitle[code])), isOne: false },
    { column: 'occasionCodes', choices: occasions.map((code) => t(occasionTitle[code])), isOne: false },
  ]
}

function writeTitles(sheet: Worksheet, t: Translate): void {
  const titles = listColumns.map((column) => t(columnTitle[column]))
  sheet.addRow(titles)
  listColumns.forEach((column, at) => {
    const cell = sheet.getCell(1, at + 1)
    cell.font = { bold: true }
    if (neededColumns.includes(column))
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6E3DF' } }
    sheet.getColumn(at + 1).width = Math.max(12, [...(titles[at] ?? '')].length * 2 + 2)
    sheet.getColumn(at + 1).numFmt = '@'
  })
}

function writeSample(sheet: Worksheet, t: Translate, words: Words): void {
  const first = (column: ListColumn) => words.find((one) => one.column === column)?.choices[0] ?? ''
  const sample: Partial<Record<ListColumn, string>> = {
    code: sampleCode,
    titleZh: t('pieces.sampleTitle'),
    craftCode: first('craftCode'),
    price: '368',
    makeMode: first('makeMode'),
    stock: '3',
    storyZh: t('pieces.sampleStory'),
    materialsZh: t('pieces.sampleMaterials'),
    makingHours: '14.5',
    photos: [1, 2].map((at) => `${sampleCode}-${at}.jpg`).join(t('pieces.between')),
    sizeZh: t('pieces.sampleSize'),
    widthMm: '280',
    heightMm: '960',
    weightGrams: '420',
    materialCodes: first('materialCodes'),
    colourCodes: first('colourCodes'),
    shipsAbroad: t('pieces.no'),
    wish1Zh: t('pieces.sampleWish'),
    wish1Hint: t('pieces.sampleWishHint'),
    wish1Length: '8',
    wish1Must: t('pieces.no'),
  }
  const row = sheet.addRow(listColumns.map((column) => sample[column] ?? ''))
  row.font = { italic: true, color: { argb: 'FF777777' } }
}

function offerWords(workbook: Workbook, sheet: Worksheet, t: Translate, words: Words): void {
  const list = workbook.addWorksheet(t('pieces.wordsSheet'))
  const quoted = `'${t('pieces.wordsSheet')}'`
  words.forEach(({ column, choices, isOne }, at) => {
    list.getCell(1, at + 1).value = t(columnTitle[column])
    list.getCell(1, at + 1).font = { bold: true }
    list.getColumn(at + 1).width = 20
    choices.forEach((choice, index) => {
      list.getCell(index + 2, at + 1).value = choice
    })
    const letter = letterAt(at)
    const place = letterAt(listColumns.indexOf(column))
    for (let row = 2; row <= listLimits.rows + 1; row += 1)
      sheet.getCell(`${place}${row}`).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: isOne,
        formulae: [`${quoted}!$${letter}$2:$${letter}$${choices.length + 1}`],
      }
  })
}
