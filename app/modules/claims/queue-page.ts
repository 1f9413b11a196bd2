import { z } from 'zod'
import { daysOf, type WorkFilter } from './work-filter'

/** Rows of a queue on one page. */
export const perPage = 50

const page = z.coerce.number().int().min(1).max(1000).default(1).catch(1)

/** Which page of a queue is asked for; `further` is that of a second list below it. */
export const PageSearch = z.object({ page, further: page })

/** A page of a list, and how many rows the whole list has. */
export type Listed<Row> = { rows: Row[]; page: number; total: number }

/** What a page shows of so many rows, for a query. A page behind the last is the last: its rows may have been done meanwhile. */
export function partOf(total: number, page: number): { page: number; skip: number; take: number } {
  const shown = Math.min(page, Math.max(1, Math.ceil(total / perPage)))
  return { page: shown, skip: (shown - 1) * perPage, take: perPage }
}

/** Since when what a choice asks for has waited at the latest, for a query; nothing when all are wanted. */
export function waitsSince(now: Date, age: WorkFilter['age']): { lte?: Date } {
  return age === 'all' ? {} : { lte: new Date(now.getTime() - daysOf[age] * 24 * 60 * 60 * 1000) }
}

/** The choices of a filter for the address of another page; what leaves nothing out is left out. */
export function workQuery({ whose, age }: WorkFilter): Record<string, string> {
  return { ...(whose === 'all' ? {} : { whose }), ...(age === 'all' ? {} : { age }) }
}
