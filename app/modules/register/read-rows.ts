import type { Relation } from '~/modules/households/schema'
import type { Day } from '~/platform/calendar'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { byField, type ListField, listFields, type Mapping } from './columns'
import { readIdNumber } from './id-number'
import { type ListFacts, readFacts } from './list-facts'
import { dayIn, isNothing, relationIn } from './list-words'

/** What is wrong with one row of the list, and in what of it, for her who has to change it. */
export type RowFault = { row: number; field: ListField; key: MessageKey; params: MessageParams }

/** One member as the list has her, before anything of the register is looked at. */
export type ListMember = {
  row: number
  code: string
  village: string
  town: string
  name: string
  relation: Relation
  idNumber: string | null
  birthYear: number | null
  since: Day
  status: string
  /** from when on it is that; null: the list does not say */
  statusSince: Day | null
  /** '' = the list does not say */
  statusPaper: string
  facts: ListFacts
}

type Cell = { text: string; fault: 'formula' | 'lossy' | null }
type Row = { number: number; cells: readonly Cell[] }

const longest = 60

/** The rows of a list as members and faults; a member with a fault is left out. `listDay` holds where a row says no time; nothing may lie after `today`. */
export function readRows(
  rows: readonly Row[],
  { mapping, listDay, today }: { mapping: Mapping; listDay: Day; today: Day },
): { members: ListMember[]; faults: RowFault[] } {
  const members: ListMember[] = []
  const faults: RowFault[] = []
  const codesWithMembers = new Set<string>()
  const seen = new Map<string, number>()
  for (const row of rows) {
    if (isSumRow(row)) continue
    const complain: Complain = (key, params, field) => {
      faults.push({ row: row.number, field, key, params })
    }
    const before = faults.length
    const texts = readTexts(row, mapping, complain)
    for (const field of ['code', 'village', 'name'] as const)
      if (texts[field] === '' && !hasFault(row, mapping[field])) complain(missingKey[field], {}, field)
    const id = texts.idNumber === '' ? null : readIdNumber(texts.idNumber)
    if (typeof id === 'string') complain(id, { length: [...texts.idNumber].length }, 'idNumber')
    const since = texts.since === '' ? listDay : readDay(texts, 'since', today, complain)
    const statusSince = texts.statusSince === '' ? null : readDay(texts, 'statusSince', today, complain)
    const facts = readFacts(texts, complain)
    if (faults.length > before || since === null || typeof id === 'string') continue
    const same = id ? id.value : `${texts.code}|${texts.name}`
    const earlier = seen.get(same)
    if (earlier !== undefined) {
      complain('register.twice', { row: earlier }, id ? 'idNumber' : 'name')
      continue
    }
    seen.set(same, row.number)
    const isFirst = !codesWithMembers.has(texts.code)
    codesWithMembers.add(texts.code)
    members.push({
      row: row.number,
      code: texts.code,
      village: texts.village,
      town: texts.town,
      name: texts.name,
      relation: texts.relation === '' ? (isFirst ? 'self' : 'other') : relationIn(texts.relation),
      idNumber: id ? id.value : null,
      birthYear: id ? id.birthYear : null,
      since,
      status: texts.status,
      statusSince,
      statusPaper: texts.statusPaper,
      facts,
    })
  }
  return { members, faults }
}

const missingKey = {
  code: 'register.noCode',
  village: 'register.noVillage',
  name: 'register.noName',
} as const satisfies Partial<Record<ListField, MessageKey>>

type Complain = (key: MessageKey, params: MessageParams, field: ListField) => void

function readDay(
  texts: Record<ListField, string>,
  field: 'since' | 'statusSince',
  today: Day,
  complain: Complain,
): Day | null {
  const text = texts[field]
  const day = dayIn(text)
  if (day === null) complain('register.badDay', { text }, field)
  else if (day > today) complain('register.futureDay', { text }, field)
  return day
}

function readTexts(row: Row, mapping: Mapping, complain: Complain): Record<ListField, string> {
  const texts = byField(() => '')
  for (const field of listFields) {
    const column = mapping[field]
    const cell = column === null ? undefined : row.cells[column - 1]
    if (!cell || column === null) continue
    if (cell.fault === 'formula') complain('register.formula', { column: letterOf(column) }, field)
    else if (cell.fault === 'lossy') complain('register.lossy', { column: letterOf(column) }, field)
    else if ([...cell.text].length > longest)
      complain('register.tooLong', { column: letterOf(column) }, field)
    else texts[field] = textIn(field, cell.text)
  }
  return texts
}

const mayBeDashed: readonly ListField[] = ['since', 'status', 'statusSince', 'statusPaper']

function textIn(field: ListField, text: string): string {
  if (field === 'code' || field === 'name') return withoutSpaces(text)
  return mayBeDashed.includes(field) && isNothing(text) ? '' : text
}

function hasFault(row: Row, column: number | null): boolean {
  return column !== null && row.cells[column - 1]?.fault !== null && row.cells[column - 1] !== undefined
}

/** 合计 at the foot of a list is nobody. */
function isSumRow({ cells }: Row): boolean {
  return cells.some(({ text }) => /^(合计|总计|小计|填表人|制表人|审核人)/.test(text.replace(/\s/g, '')))
}

/** 张  三 is 张三; names of several words keep their point (·). */
function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** 1 → A, 27 → AA: as a sheet names its columns. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
