import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, startOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { findQuarterSums, type QuarterRow } from './find-quarter-sums.server'
import { quarterAfter } from './quarters'

/** One report is made at a time. */
const reportLock = 710_070

/**
 * Writes down what every seller had in a quarter, once and for ever. When the books have changed since (a refund decided late, a correction) another version is made, with the reason; without a change it is refused. A
 * quarter that has not begun is not found.
 */
export function makeReport({
  actor,
  quarter,
  reason,
}: {
  actor: Actor
  quarter: Day
  /** why there is another version; '' for the first */
  reason: string
}): Promise<{ version: number }> {
  return inScope(
    { job: 'payout' },
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${reportLock})`
      const now = await appNow(tx)
      if (startOf(quarter) > now) throw notFound()
      const last = await findLast(tx, quarter)
      const rows = await findQuarterSums(tx, quarter)
      const isWhole = startOf(quarterAfter(quarter)) <= now
      if (last && last.isWhole === isWhole && isSame(last.rows, rows))
        throw new Refusal('platformReport.unchanged', 409, { version: last.version })
      if (last && reason === '') throw new Refusal('platformReport.reasonMissing', 422, {}, 'reason')
      const version = (last?.version ?? 0) + 1
      const report = await tx.platformReport.create({
        data: {
          quarter: toDateColumn(quarter),
          version,
          reason: last ? reason : null,
          isWhole,
          madeById: actor.userId,
        },
        select: { id: true },
      })
      await tx.platformReportRow.createMany({ data: rows.map((row) => ({ reportId: report.id, ...row })) })
      await recordAudit(tx, {
        actor,
        action: 'platform_report.made',
        subject: { type: 'PlatformReport', id: report.id },
        reason: last ? reason : null,
        detail: { quarter, version, sellers: rows.length },
      })
      return { version }
    },
    { timeout: 60_000 },
  )
}

function findLast(tx: Tx, quarter: Day) {
  return tx.platformReport.findFirst({
    where: { quarter: toDateColumn(quarter) },
    orderBy: { version: 'desc' },
    select: {
      version: true,
      isWhole: true,
      rows: {
        select: {
          sellerId: true,
          kind: true,
          name: true,
          ownerId: true,
          orders: true,
          incomeFen: true,
          refundsFen: true,
          commissionFen: true,
          brokerFen: true,
          netFen: true,
        },
      },
    },
  })
}

function isSame(before: readonly QuarterRow[], now: readonly QuarterRow[]): boolean {
  const told = new Set(before.map(tellRow))
  return before.length === now.length && now.every((row) => told.has(tellRow(row)))
}

function tellRow(row: QuarterRow): string {
  const { sellerId, kind, name, ownerId, orders } = row
  const sums = [row.incomeFen, row.refundsFen, row.commissionFen, row.brokerFen, row.netFen]
  return JSON.stringify([sellerId, kind, name, ownerId, orders, ...sums.map(String)])
}
