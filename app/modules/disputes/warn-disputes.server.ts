import { openAlert } from '~/modules/alerts/open-alert.server'
import { prisma } from '~/platform/db/prisma.server'
import { warnedDaysBefore } from './deadline'

type Due = { id: string; amountMinor: bigint; currency: string; reason: string }

/**
 * Calls staff, once for each, to disputes whose evidence is due in less than three days and was not handed in. Real time, as the deadline: the provider knows nothing
 * of the demo's clock. One that was put away is not called again.
 */
export async function warnDisputes(): Promise<void> {
  const now = new Date()
  const due = await prisma.$queryRaw<Due[]>`
    SELECT d.id, d."amountMinor", d.currency, d.reason FROM "Dispute" d
    WHERE d.state = 'needs_response' AND d."evidenceDueBy" > ${now}
      AND d."evidenceDueBy" < ${now}::timestamptz + make_interval(days => ${warnedDaysBefore}::int)
      AND NOT EXISTS (SELECT 1 FROM "Alert" a WHERE a.kind = 'dispute_due' AND a."subjectType" = 'Dispute' AND a."subjectId" = d.id::text)
    ORDER BY d."evidenceDueBy", d.id LIMIT 100`
  for (const { id, amountMinor, currency, reason } of due)
    await prisma.$transaction((tx) =>
      openAlert(tx, {
        kind: 'dispute_due',
        subject: { type: 'Dispute', id },
        detail: { amountMinor: String(amountMinor), currency, reason },
      }),
    )
}
