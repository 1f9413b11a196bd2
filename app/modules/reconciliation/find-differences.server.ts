import type { ReconciliationSource } from '~/generated/prisma/enums'
import { daysBetween } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import type { DifferenceKind } from './compare-books'
import { isDifferenceKind } from './difference-words'

export type DifferenceRow = {
  id: string
  source: ReconciliationSource
  kind: DifferenceKind
  objectRef: string
  currency: string
  /** minor units; null: that side knows nothing of it */
  books: number | null
  other: number | null
  /** whole days since it was first seen */
  ageDays: number
  explanation: string | null
}

export type RunRow = {
  source: ReconciliationSource
  at: string
  /** null: it did not finish; nothing was compared */
  finishedAt: string | null
  compared: number
  found: number
}

export type Differences = {
  open: DifferenceRow[]
  openCount: number
  /** explained by a person, newest first */
  explained: DifferenceRow[]
  /** the newest run of each side */
  runs: RunRow[]
}

/** Rows shown of each list; the count is of all. */
const shown = 100

/** What does not agree, oldest first, and when it was last compared. */
export async function findDifferences(): Promise<Differences> {
  const now = await appNow()
  const [open, openCount, explained, runs] = await Promise.all([
    prisma.reconciliationDifference.findMany({
      where: { closedAt: null },
      orderBy: [{ firstSeenAt: 'asc' }, { id: 'asc' }],
      take: shown,
    }),
    prisma.reconciliationDifference.count({ where: { closedAt: null } }),
    prisma.reconciliationDifference.findMany({
      where: { closedById: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: 20,
    }),
    prisma.reconciliationRun.findMany({
      distinct: ['source'],
      orderBy: [{ source: 'asc' }, { startedAt: 'desc' }],
    }),
  ])
  const rowOf = (row: (typeof open)[number]): DifferenceRow[] =>
    !isDifferenceKind(row.kind)
      ? []
      : [
          {
            id: row.id,
            source: row.source,
            kind: row.kind,
            objectRef: row.objectRef,
            currency: row.currency,
            books: row.booksMinor === null ? null : toSafeNumber(row.booksMinor),
            other: row.otherMinor === null ? null : toSafeNumber(row.otherMinor),
            ageDays: daysBetween(row.firstSeenAt, now),
            explanation: row.explanation,
          },
        ]
  return {
    open: open.flatMap(rowOf),
    openCount,
    explained: explained.flatMap(rowOf),
    runs: runs.map(({ source, startedAt, finishedAt, compared, found }) => ({
      source,
      at: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      compared,
      found,
    })),
  }
}
