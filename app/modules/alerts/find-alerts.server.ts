import { z } from 'zod'
import { prisma } from '~/platform/db/prisma.server'
import { type AlertKind, alertKinds } from './alert-kinds'

export type AlertRow = {
  id: string
  kind: AlertKind
  /** the row's own id, as the books and the provider's screens know it */
  subjectId: string
  at: string
  /** minor units, where it is about money */
  amountMinor: number | null
  currency: string | null
  /** the provider's or the bank's word, a list of methods or orders, a version */
  word: string | null
  note: string | null
}

export type Alerts = { open: AlertRow[]; openCount: number; closed: AlertRow[] }

const shown = 100

/** What staff was called to, the longest waiting first, and what was lately dealt with. */
export async function findAlerts(): Promise<Alerts> {
  const [open, openCount, closed] = await Promise.all([
    prisma.alert.findMany({
      where: { closedAt: null },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: shown,
    }),
    countAlerts(),
    prisma.alert.findMany({
      where: { closedAt: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: 20,
    }),
  ])
  return { open: open.flatMap(rowOf), openCount, closed: closed.flatMap(rowOf) }
}

/** Alerts that nobody has dealt with yet. */
export function countAlerts(): Promise<number> {
  return prisma.alert.count({ where: { closedAt: null } })
}

const Detail = z.record(z.string(), z.unknown())

const isKind = (kind: string): kind is AlertKind => alertKinds.some((known) => known === kind)

function rowOf(row: {
  id: string
  kind: string
  subjectId: string
  at: Date
  detail: unknown
  note: string | null
}): AlertRow[] {
  if (!isKind(row.kind)) return []
  const detail = Detail.parse(row.detail)
  const text = (name: string) => {
    const value = detail[name]
    return typeof value === 'string' ? value : null
  }
  const amount = text('amountMinor')
  return [
    {
      id: row.id,
      kind: row.kind,
      subjectId: row.subjectId,
      at: row.at.toISOString(),
      amountMinor: amount === null ? null : Number(amount),
      currency: text('currency'),
      word: text('reason') ?? text('missing') ?? text('theirs') ?? text('orders') ?? text('cause'),
      note: row.note,
    },
  ]
}
