import type { MessageKey } from '~/platform/i18n/translate'

/** What of a list comes into the register, and not one column more. */
export const listFields = [
  'code',
  'village',
  'town',
  'name',
  'relation',
  'idNumber',
  'status',
  'since',
] as const
export type ListField = (typeof listFields)[number]

/** Without these a row says nothing. */
export const neededFields = ['code', 'village', 'name'] as const satisfies readonly ListField[]

export const fieldTitle = {
  code: 'register.fieldCode',
  village: 'register.fieldVillage',
  town: 'register.fieldTown',
  name: 'register.fieldName',
  relation: 'register.fieldRelation',
  idNumber: 'register.fieldIdNumber',
  status: 'register.fieldStatus',
  since: 'register.fieldSince',
} as const satisfies Record<ListField, MessageKey>

/** Titles that counties write above a column, without spaces and brackets; the first that fits wins. */
const titles: Record<ListField, readonly string[]> = {
  code: ['户编号', '农户编号', '贫困户编号', '脱贫户编号', '家庭编号', '户编码', '户号', '编号', '户代码'],
  village: ['行政村', '村名', '所在村', '村委会', '住址村', '村', '现住村', '行政村名称', '村社区'],
  town: ['乡镇', '乡镇名称', '所在乡镇', '镇', '街道', '乡镇街道'],
  name: ['姓名', '成员姓名', '家庭成员姓名', '家庭成员', '人员姓名', '名字'],
  relation: ['与户主关系', '户主关系', '关系', '家庭关系', '和户主关系'],
  idNumber: [
    '身份证号',
    '身份证号码',
    '证件号码',
    '证件号',
    '身份证',
    '公民身份号码',
    '居民身份证号码',
    '成员证件号码',
  ],
  status: ['户类型', '户属性', '脱贫户属性', '农户类型', '类别', '属性', '监测对象类别', '类型'],
  since: ['识别时间', '纳入时间', '识别年度', '认定时间', '时间', '起始时间', '建档时间', '年度'],
}

/** Column of each field, counted from 1 as a sheet does; null: the list has none. */
export type Mapping = Record<ListField, number | null>

/** A title without what people put around it. */
function bareTitle(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:：、/]/g, '')
    .replace(/^\d+[.．]/, '')
}

/** The fields that titles of one row stand for. A field takes the first column that fits it best, a column serves one field. */
export function guessMapping(row: readonly string[]): Mapping {
  const bare = row.map(bareTitle)
  const mapping: Mapping = {
    code: null,
    village: null,
    town: null,
    name: null,
    relation: null,
    idNumber: null,
    status: null,
    since: null,
  }
  for (const field of listFields) {
    const found = titles[field].map((title) => bare.indexOf(title)).find((at) => at >= 0)
    if (found !== undefined) mapping[field] = found + 1
  }
  return mapping
}

/** How many fields a row of titles names. */
export function knownTitles(row: readonly string[]): number {
  return Object.values(guessMapping(row)).filter((column) => column !== null).length
}
