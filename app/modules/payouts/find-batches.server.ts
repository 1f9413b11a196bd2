import type { PayoutBatchState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

export type BatchRow = {
  id: string
  number: string
  state: PayoutBatchState
  lineCount: number
  totalFen: number
  preparedAt: string
  preparedBy: string | null
  approvedBy: string | null
  /** lines that came back */
  failedCount: number
  /** she prepared it herself: somebody else approves */
  isOwn: boolean
}

const pageSize = 8

const batchRow = {
  id: true,
  number: true,
  state: true,
  lineCount: true,
  totalFen: true,
  preparedAt: true,
  preparedById: true,
  approvedById: true,
  _count: { select: { lines: { where: { state: { in: ['failed', 'returned'] } } } } },
} satisfies Prisma.PayoutBatchSelect

/** Batches, newest first, eight a page. `before`: the id of the last one seen. `next`: the id to go on from, or null. */
export function findBatches({
  actor,
  before = null,
}: {
  actor: Actor
  before?: string | null
}): Promise<{ rows: BatchRow[]; next: string | null }> {
  return inScope({ job: 'payout' }, async (tx) => {
    const found = await tx.payoutBatch.findMany({
      where: before ? { id: { lt: before } } : {},
      orderBy: { id: 'desc' },
      take: pageSize + 1,
      select: batchRow,
    })
    const batches = found.slice(0, pageSize)
    const names = await findStaffNames(
      tx,
      batches.flatMap(({ preparedById, approvedById }) => [preparedById, approvedById]),
    )
    return {
      next: found.length > pageSize ? (batches.at(-1)?.id ?? null) : null,
      rows: batches.map(({ preparedById, approvedById, _count, ...batch }) => ({
        ...batch,
        totalFen: toSafeNumber(batch.totalFen),
        preparedAt: batch.preparedAt.toISOString(),
        preparedBy: names.get(preparedById) ?? null,
        approvedBy: approvedById ? (names.get(approvedById) ?? null) : null,
        failedCount: _count.lines,
        isOwn: preparedById === actor.userId,
      })),
    }
  })
}
