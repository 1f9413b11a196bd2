import type { ReconciliationSource } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Difference } from './compare-books'

type WriteInput = { source: ReconciliationSource; differences: readonly Difference[] }

/** The advisory lock under which differences are written: two runs at once take turns. */
const writingLock = 710_003

/**
 * Keeps what was found: a known difference keeps its age and takes the new figures, a new one is opened, one that is gone is closed by itself. What a person
 * explained stays closed while its figures stay the same.
 */
export async function writeDifferences(tx: Tx, { source, differences }: WriteInput): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${writingLock}::bigint)`
  const now = await appNow(tx)
  const kept: string[] = []
  for (const { kind, objectRef, currency, books, other } of differences) {
    const figures = { currency, booksMinor: books, otherMinor: other }
    const explained = await tx.reconciliationDifference.findFirst({
      where: { source, kind, objectRef, ...figures, closedById: { not: null } },
      select: { id: true },
    })
    if (explained) continue
    const open = await tx.reconciliationDifference.findFirst({
      where: { source, kind, objectRef, closedAt: null },
      select: { id: true },
    })
    const { id } = open
      ? await tx.reconciliationDifference.update({
          where: { id: open.id },
          data: { ...figures, lastSeenAt: now },
          select: { id: true },
        })
      : await tx.reconciliationDifference.create({
          data: { source, kind, objectRef, ...figures },
          select: { id: true },
        })
    kept.push(id)
  }
  await tx.reconciliationDifference.updateMany({
    where: { source, closedAt: null, id: { notIn: kept } },
    data: { closedAt: now },
  })
}
