import { defaultLength, kindField, PriceForm, WordsFields, wishField } from '~/modules/catalog/listing-forms'
import { ListingDraft, type ListingOption, type WishDraft } from '~/modules/catalog/schema'
import { message } from '~/platform/fields'
import { type ListColumn, listColumns, listLimits, neededColumns, wishColumns } from './list-columns'
import { type CraftName, readCodes, readCraft, readTick, withoutUnit } from './list-words'

/** One row of a table: its number, and what it says in a column ('' for one that is not there). */
export type TableRow = { number: number; says: (column: ListColumn) => string }

/** Takes down what is wrong in a cell: a message of the catalogue with its parameters. */
export type Complain = (row: number, column: ListColumn, text: string) => void

const RowForm = WordsFields.pick({
  titleZh: true,
  titleEn: true,
  storyZh: true,
  storyEn: true,
  materialsZh: true,
  materialsEn: true,
  sizeZh: true,
  sizeEn: true,
  widthMm: true,
  heightMm: true,
  depthMm: true,
  careZh: true,
  careEn: true,
  makingHours: true,
}).extend(
  PriceForm.pick({
    price: true,
    stock: true,
    makeDays: true,
    weeklyCapacity: true,
    weightGrams: true,
    materialsCost: true,
    packing: true,
    hourlyWage: true,
    lowWageReason: true,
  }).shape,
)

const KindForm = kindField
  .pick({ price: true, stock: true, makeDays: true })
  .extend({ kindZh: kindField.shape.nameZh, kindEn: kindField.shape.nameEn })

const numbers: readonly ListColumn[] = [
  'price',
  'stock',
  'makeDays',
  'makingHours',
  'widthMm',
  'heightMm',
  'depthMm',
  'weightGrams',
  'weeklyCapacity',
  'materialsCost',
  'packing',
  'hourlyWage',
]
/** what every row of a piece with several kinds says for itself */
const ofKind: readonly ListColumn[] = ['code', 'kindZh', 'kindEn', 'price', 'stock', 'makeDays']

/** A piece by its rows, as far as they can be read; all but the first tell its kinds. Fields are read by the rules of the studio's own forms. */
export function readPiece(
  rows: readonly TableRow[],
  first: TableRow,
  { crafts, complain }: { crafts: readonly CraftName[]; complain: Complain },
): ListingDraft {
  const { number, says } = first
  const unknown = (column: ListColumn, text: string) =>
    complain(number, column, message('pieces.unknownWord', { text: text.slice(0, 40) }))
  for (const column of neededColumns)
    if (says(column) === '') complain(number, column, message('errors.required'))
  const craftCode = readCraft(crafts, says('craftCode'))
  if (says('craftCode') !== '' && craftCode === null) unknown('craftCode', says('craftCode'))
  const codes = (column: 'materialCodes' | 'colourCodes' | 'occasionCodes' | 'makeMode') => {
    const read = readCodes(column, says(column))
    for (const text of read.unknown) unknown(column, text)
    return read.codes
  }
  const tick = (column: 'shipsAbroad' | 'showsCosts') => {
    const said = readTick(says(column))
    if (said === null)
      complain(number, column, message('pieces.yesOrNo', { text: says(column).slice(0, 20) }))
    return said ?? false
  }
  const [makeMode = null] = codes('makeMode')
  const hasKinds = rows.length > 1 || says('kindZh') !== ''
  const options = hasKinds ? readKinds(rows, first, complain) : []
  return ListingDraft.parse({
    ...readRow(first, complain),
    craftCode,
    materialCodes: codes('materialCodes'),
    colourCodes: codes('colourCodes'),
    occasionCodes: codes('occasionCodes'),
    makeMode,
    shipsAbroad: tick('shipsAbroad'),
    showsCosts: tick('showsCosts'),
    options: options.slice(0, listLimits.kinds),
    wishes: readWishes(first, complain),
  })
}

function typedIn({ says }: TableRow): Record<string, string> {
  return Object.fromEntries(
    listColumns.map((column) => [
      column,
      numbers.includes(column) ? withoutUnit(says(column)) : says(column),
    ]),
  )
}

function readRow(row: TableRow, complain: Complain) {
  const read = RowForm.safeParse(typedIn(row))
  if (!read.success) {
    complainAbout(read.error.issues, row, complain)
    return {}
  }
  const { price, materialsCost, packing, hourlyWage, ...rest } = read.data
  return {
    ...rest,
    priceFen: price,
    materialsCostFen: materialsCost,
    packingFen: packing,
    hourlyWageFen: hourlyWage,
  }
}

/** The questions to the buyer, closed up where one is left out. What is said of a question without words is wrong at its words. */
function readWishes({ number, says }: TableRow, complain: Complain): WishDraft[] {
  return wishColumns.flatMap((columns) => {
    const said = readTick(says(columns.isRequired))
    if (said === null)
      complain(
        number,
        columns.isRequired,
        message('pieces.yesOrNo', { text: says(columns.isRequired).slice(0, 20) }),
      )
    const read = wishField.safeParse({
      labelZh: says(columns.labelZh),
      labelEn: says(columns.labelEn),
      hintZh: says(columns.hintZh),
      hintEn: says(columns.hintEn),
      maxLength: withoutUnit(says(columns.maxLength)),
      ...(said ? { isRequired: 'on' } : {}),
    })
    if (!read.success) {
      for (const { path, message: text } of read.error.issues)
        for (const [field, column] of Object.entries(columns))
          if (field === path[0]) complain(number, column, text)
      return []
    }
    const { maxLength, ...wish } = read.data
    if (wish.labelZh !== '') return [{ ...wish, maxLength: maxLength ?? defaultLength }]
    if (said || maxLength !== null) complain(number, columns.labelZh, message('studio.wishLabelLacks'))
    return []
  })
}

type Issue = { path: PropertyKey[]; message: string }

/** Where a number is calculated, she sees one in her table: she is told that it has to be typed. */
function complainAbout(issues: readonly Issue[], { number, says }: TableRow, complain: Complain): void {
  for (const { path, message: text } of issues) {
    const column = listColumns.find((one) => one === path[0])
    if (!column) continue
    const isFormula = numbers.includes(column) && says(column).startsWith('=')
    complain(number, column, isFormula ? message('pieces.formula') : text)
  }
}

function readKinds(rows: readonly TableRow[], first: TableRow, complain: Complain): ListingOption[] {
  const named = new Map<string, number>()
  const { kinds: max } = listLimits
  if (rows.length > max) complain(first.number, 'kindZh', message('studio.kindsFull', { max }))
  return rows.flatMap((row) => {
    const { number, says } = row
    if (row !== first)
      for (const column of listColumns)
        if (!ofKind.includes(column) && says(column) !== '' && says(column) !== first.says(column))
          complain(number, column, message('pieces.otherThanFirst', { row: first.number }))
    const name = says('kindZh')
    const earlier = named.get(name)
    if (name === '') complain(number, 'kindZh', message('pieces.noKind'))
    else if (earlier !== undefined) complain(number, 'kindZh', message('pieces.kindTwice', { row: earlier }))
    named.set(name, number)
    const read = KindForm.safeParse(typedIn(row))
    if (!read.success) {
      // the first row was read as a whole before
      const issues = read.error.issues.filter(({ path }) => row !== first || /^kind/.test(String(path[0])))
      complainAbout(issues, row, complain)
      return []
    }
    const { kindZh, kindEn, price, stock, makeDays } = read.data
    const variantId = crypto.randomUUID()
    return [{ variantId, nameZh: kindZh, nameEn: kindEn, priceFen: price, stock, makeDays }]
  })
}
