import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, startOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { quarterColumns, quarterSums } from './quarter-sums.server'
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
      const last = await tx.platformReport.findFirst({
        where: { quarter: toDateColumn(quarter) },
        orderBy: { version: 'desc' },
        select: { id: true, version: true, isWhole: true },
      })
      const isWhole = startOf(quarterAfter(quarter)) <= now
      if (last && last.isWhole === isWhole && !(await isChanged(tx, quarter, last.id)))
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
      const sellers = await tx.$executeRaw`
        INSERT INTO "PlatformReportRow" ("reportId", ${quarterColumns}) SELECT ${report.id}::uuid, ${quarterColumns} FROM (${quarterSums(quarter)}) now`
      await recordAudit(tx, {
        actor,
        action: 'platform_report.made',
        subject: { type: 'PlatformReport', id: report.id },
        reason: last ? reason : null,
        detail: { quarter, version, sellers },
      })
      return { version }
    },
    { timeout: 60_000 },
  )
}

/** Whether the books say anything else now than a report: told by the database, however many sellers there are. */
async function isChanged(tx: Tx, quarter: Day, reportId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ isChanged: boolean }[]>`
    WITH now AS MATERIALIZED (${quarterSums(quarter)}),
    told AS (SELECT ${quarterColumns} FROM "PlatformReportRow" WHERE "reportId" = ${reportId}::uuid)
    SELECT EXISTS (SELECT ${quarterColumns} FROM now EXCEPT SELECT * FROM told) OR EXISTS (SELECT * FROM told EXCEPT SELECT ${quarterColumns} FROM now) AS "isChanged"`
  if (!found) throw new Error('the books told nothing')
  return found.isChanged
}
