import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findTerms } from '~/modules/codes/find-terms.server'
import { termNamed } from '~/modules/codes/terms'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { readCsvTable } from '~/platform/csv-table'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { isDay } from '~/platform/fields'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { parseYuan } from '~/platform/money'
import { mostFen } from './schema'

/** What is wrong with one row; `row` is its number as a spreadsheet shows it. */
export type ListFault = { row: number; key: MessageKey; params?: MessageParams }

const mostRows = 2000

/** The titles that a list may have for each of its columns. */
const titles = {
  household: ['户编号', '户号', 'household'],
  kind: ['种类', '帮扶种类', 'kind'],
  amount: ['金额（元）', '金额(元)', '金额', 'amount'],
  day: ['日期', '收到日期', 'date'],
  document: ['凭证号', '文号', '单据号', 'document'],
} as const

type Place = keyof typeof titles

/**
 * Takes a list of what households of her region were given: a CSV with one row each. All of it or nothing: with one fault nothing is written, and every fault is told with its row. A row that is known
 * already is a fault, so that a list brought in twice adds nothing. What is not a list at all is refused beside `file`.
 */
export function importAssistance({
  actor,
  bytes,
}: {
  actor: Actor
  bytes: Uint8Array
}): Promise<{ count: number; faults: ListFault[] }> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  return inScope(
    actor,
    async (tx) => {
      const { rows, faults } = await readList(tx, readTable(bytes))
      if (faults.length > 0) return { count: 0, faults }
      const written = await tx.householdAssistance.createManyAndReturn({
        data: rows.map(({ row: _row, ...data }) => ({ ...data, enteredById: actor.userId })),
        skipDuplicates: true,
        select: { householdId: true, termId: true, receivedOn: true, document: true, amountFen: true },
      })
      if (written.length < rows.length) throw new Refusal('assistance.listKnown', 409, {}, 'file')
      await recordAudit(tx, {
        actor,
        action: 'assistance.imported',
        subject: { type: 'Region', id: regionId },
        detail: { rows: rows.length },
      })
      return { count: rows.length, faults: [] }
    },
    { timeout: 60_000 },
  )
}

type Cells = { row: number } & Record<Place, string>

function readTable(bytes: Uint8Array): Cells[] {
  const table = readCsvTable(bytes)
  const head = table?.findIndex((cells) => cells.some((cell) => isTitle('household', cell))) ?? -1
  if (!table || head < 0) throw new Refusal('assistance.noTitles', 422, {}, 'file')
  const at = (place: Place) => table[head]?.findIndex((cell) => isTitle(place, cell)) ?? -1
  const places = {
    household: at('household'),
    kind: at('kind'),
    amount: at('amount'),
    day: at('day'),
    document: at('document'),
  }
  if (Object.values(places).includes(-1)) throw new Refusal('assistance.noTitles', 422, {}, 'file')
  const rows = table.flatMap((cells, index): Cells[] => {
    if (index <= head || cells.every((cell) => cell === '')) return []
    const cell = (place: Place) => cells[places[place]] ?? ''
    return [
      {
        row: index + 1,
        household: cell('household'),
        kind: cell('kind'),
        amount: cell('amount'),
        day: cell('day'),
        document: cell('document'),
      },
    ]
  })
  if (rows.length === 0) throw new Refusal('assistance.noRows', 422, {}, 'file')
  if (rows.length > mostRows) throw new Refusal('assistance.tooLong', 422, { limit: mostRows }, 'file')
  return rows
}

function isTitle(place: Place, cell: string): boolean {
  const known: readonly string[] = titles[place]
  return known.includes(cell.toLowerCase())
}

async function readList(tx: Tx, list: readonly Cells[]) {
  const today = dayOf(await appNow(tx))
  const kinds = await findTerms(tx, 'assistance_kind')
  const households = await tx.household.findMany({
    where: { code: { in: list.map(({ household }) => household) } },
    select: { id: true, code: true },
  })
  const idOf = new Map(households.map(({ id, code }) => [code, id]))
  const faults: ListFault[] = []
  const seen = new Set<string>()
  const rows = list.flatMap((cells) => {
    const { row, household, kind, amount, document } = cells
    const day = cells.day.replaceAll(/[./年月]/g, '-').replace(/日$/, '')
    const receivedOn = day.replace(/^(\d{4})-(\d)(?=-)/, '$1-0$2').replace(/-(\d)$/, '-0$1')
    const householdId = idOf.get(household)
    const fen = parseYuan(amount.replaceAll(',', ''))
    const fault = (key: MessageKey, params?: MessageParams) => {
      faults.push({ row, key, ...(params ? { params } : {}) })
      return []
    }
    if (!householdId) return fault('assistance.rowHousehold', { code: household })
    if (fen === null || fen <= 0n || fen > mostFen) return fault('assistance.rowAmount', { amount })
    if (!isDay(receivedOn) || receivedOn > today) return fault('assistance.rowDay', { day: cells.day })
    const term = termNamed(kinds, [kind], receivedOn)
    if (!term) return fault('assistance.rowKind', { kind })
    if (document.length < 2 || document.length > 80) return fault('assistance.rowDocument')
    const key = [householdId, term.id, receivedOn, document, fen].join(' ')
    if (seen.has(key)) return fault('assistance.rowTwice')
    seen.add(key)
    return [
      { row, householdId, termId: term.id, amountFen: fen, receivedOn: toDateColumn(receivedOn), document },
    ]
  })
  return { rows, faults }
}
