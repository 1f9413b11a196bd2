import { tableFileLimit } from '~/body-limits'
import { listingLimits } from '~/modules/catalog/listing-limits'
import { type MessageKey, translator } from '~/platform/i18n/translate'

/** The columns of a table of pieces, in their order. The same ones come in and go out. */
export const listColumns = [
  'code',
  'titleZh',
  'craftCode',
  'kindZh',
  'price',
  'makeMode',
  'stock',
  'makeDays',
  'storyZh',
  'materialsZh',
  'makingHours',
  'photos',
  'sizeZh',
  'widthMm',
  'heightMm',
  'depthMm',
  'weightGrams',
  'careZh',
  'materialCodes',
  'colourCodes',
  'occasionCodes',
  'weeklyCapacity',
  'shipsAbroad',
  'materialsCost',
  'packing',
  'hourlyWage',
  'lowWageReason',
  'showsCosts',
  'wish1Zh',
  'wish1Hint',
  'wish1Length',
  'wish1Must',
  'wish2Zh',
  'wish2Hint',
  'wish2Length',
  'wish2Must',
  'wish3Zh',
  'wish3Hint',
  'wish3Length',
  'wish3Must',
  'titleEn',
  'kindEn',
  'storyEn',
  'materialsEn',
  'sizeEn',
  'careEn',
  'wish1En',
  'wish1HintEn',
  'wish2En',
  'wish2HintEn',
  'wish3En',
  'wish3HintEn',
] as const
export type ListColumn = (typeof listColumns)[number]

/** The columns of each question to the buyer, in the order of the questions. */
export const wishColumns = ([1, 2, 3] as const).map(
  (number) =>
    ({
      labelZh: `wish${number}Zh`,
      labelEn: `wish${number}En`,
      hintZh: `wish${number}Hint`,
      hintEn: `wish${number}HintEn`,
      maxLength: `wish${number}Length`,
      isRequired: `wish${number}Must`,
    }) as const,
)

/** Without these a row is no piece. */
export const neededColumns: readonly ListColumn[] = ['code', 'titleZh', 'craftCode']

/** What stands above each column. */
export const columnTitle = {
  code: 'pieces.column_code',
  titleZh: 'pieces.column_titleZh',
  craftCode: 'pieces.column_craftCode',
  kindZh: 'pieces.column_kindZh',
  price: 'pieces.column_price',
  makeMode: 'pieces.column_makeMode',
  stock: 'pieces.column_stock',
  makeDays: 'pieces.column_makeDays',
  storyZh: 'pieces.column_storyZh',
  materialsZh: 'pieces.column_materialsZh',
  makingHours: 'pieces.column_makingHours',
  photos: 'pieces.column_photos',
  sizeZh: 'pieces.column_sizeZh',
  widthMm: 'pieces.column_widthMm',
  heightMm: 'pieces.column_heightMm',
  depthMm: 'pieces.column_depthMm',
  weightGrams: 'pieces.column_weightGrams',
  careZh: 'pieces.column_careZh',
  materialCodes: 'pieces.column_materialCodes',
  colourCodes: 'pieces.column_colourCodes',
  occasionCodes: 'pieces.column_occasionCodes',
  weeklyCapacity: 'pieces.column_weeklyCapacity',
  shipsAbroad: 'pieces.column_shipsAbroad',
  materialsCost: 'pieces.column_materialsCost',
  packing: 'pieces.column_packing',
  hourlyWage: 'pieces.column_hourlyWage',
  lowWageReason: 'pieces.column_lowWageReason',
  showsCosts: 'pieces.column_showsCosts',
  wish1Zh: 'pieces.column_wish1Zh',
  wish1Hint: 'pieces.column_wish1Hint',
  wish1Length: 'pieces.column_wish1Length',
  wish1Must: 'pieces.column_wish1Must',
  wish2Zh: 'pieces.column_wish2Zh',
  wish2Hint: 'pieces.column_wish2Hint',
  wish2Length: 'pieces.column_wish2Length',
  wish2Must: 'pieces.column_wish2Must',
  wish3Zh: 'pieces.column_wish3Zh',
  wish3Hint: 'pieces.column_wish3Hint',
  wish3Length: 'pieces.column_wish3Length',
  wish3Must: 'pieces.column_wish3Must',
  titleEn: 'pieces.column_titleEn',
  kindEn: 'pieces.column_kindEn',
  storyEn: 'pieces.column_storyEn',
  materialsEn: 'pieces.column_materialsEn',
  sizeEn: 'pieces.column_sizeEn',
  careEn: 'pieces.column_careEn',
  wish1En: 'pieces.column_wish1En',
  wish1HintEn: 'pieces.column_wish1HintEn',
  wish2En: 'pieces.column_wish2En',
  wish2HintEn: 'pieces.column_wish2HintEn',
  wish3En: 'pieces.column_wish3En',
  wish3HintEn: 'pieces.column_wish3HintEn',
} as const satisfies Record<ListColumn, MessageKey>

/** What people write above a column besides our own titles; bare, as bareTitle leaves it. */
const alsoCalled: Partial<Record<ListColumn, readonly string[]>> = {
  code: ['编号', '商品编号', '款号', '商家编码', '产品编号', '货品编号', 'sku', 'itemnumber', 'code'],
  titleZh: ['品名', '商品名称', '商品名', '产品名称', '作品名称', '商品标题', '标题', 'title', 'name'],
  craftCode: ['手艺', '技艺', '工艺类别', '类别', '品类', '分类', 'category'],
  kindZh: ['规格', '款式名', '颜色规格', 'variant', 'option'],
  price: ['售价', '单价', '零售价', '销售价', '价钱', 'unitprice'],
  makeMode: ['销售方式', '供货方式', '供货', '做法'],
  stock: ['库存', '现货', '现货数量', '件数', 'quantity', 'qty'],
  makeDays: ['工期', '制作天数', '交期', '发货天数'],
  storyZh: ['描述', '商品描述', '故事', '详情', '简介', '说明', 'description', 'story'],
  materialsZh: ['材质', '用料', '原料', '材料说明'],
  makingHours: ['制作小时', '制作工时', '用时', 'hours'],
  photos: ['图片', '照片名', '照片文件', '图片名称', '图片文件名', 'images', 'pictures'],
  sizeZh: ['尺寸', '规格尺寸', '大小', 'size'],
  widthMm: ['宽度', 'width'],
  heightMm: ['高度', '长', '长度', 'height'],
  depthMm: ['厚度', '深', 'depth'],
  weightGrams: ['毛重', '净重', '克重', 'weight'],
  careZh: ['保养说明', '保养方法', 'care'],
  colourCodes: ['主色', '色系', 'colour', 'color', 'colors'],
  wish1Zh: ['定制要求', '定制问题', '定制内容', 'personalisation', 'personalization'],
}

/** A title without units, brackets and what else people put around it. */
function bareTitle(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|[\s*:、/._-]/g, '')
}

const known: ReadonlyMap<string, ListColumn> = knownTitles()

function knownTitles(): Map<string, ListColumn> {
  const map = new Map<string, ListColumn>()
  for (const locale of ['zh-CN', 'en'] as const) {
    const t = translator(locale)
    for (const column of listColumns) map.set(bareTitle(t(columnTitle[column])), column)
  }
  for (const column of listColumns)
    for (const title of alsoCalled[column] ?? []) if (!map.has(title)) map.set(title, column)
  return map
}

/** Above the column in which a returned table says what to mend: sent again, it means nothing. */
const said = (['zh-CN', 'en'] as const).map((locale) => bareTitle(translator(locale)('pieces.faultColumn')))

/** Which column of a table is what, counted from 0; and the titles that mean nothing here. */
export type Mapping = { places: Map<ListColumn, number>; unknown: string[] }

/** The first of two columns with one meaning counts; the other is named as unknown. */
export function mapTitles(titles: readonly string[]): Mapping {
  const mapping: Mapping = { places: new Map(), unknown: [] }
  titles.forEach((title, at) => {
    const column = known.get(bareTitle(title))
    if (column && !mapping.places.has(column)) mapping.places.set(column, at)
    else if (title.trim() !== '' && !said.includes(bareTitle(title))) mapping.unknown.push(title.trim())
  })
  return mapping
}

/** 0 → A, 26 → AA: as a table program names its columns. */
export function letterAt(place: number): string {
  const rest = Math.floor(place / 26)
  return (rest > 0 ? letterAt(rest - 1) : '') + String.fromCharCode(65 + (place % 26))
}

/** The number in the row that shows how to fill in a template: never a piece. */
export const sampleCode = '示例-1'

/** What a table, and all of a seller's tables together, may bring. */
export const listLimits = {
  fileBytes: tableFileLimit,
  rows: 300,
  /** drafts that came in tables and wait to be handed in */
  drafts: 300,
  code: 40,
  kinds: listingLimits.kinds.max,
} as const
