import type { Day } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import type { ReportPlace } from './find-place.server'

/** One change at a time of what a place reports of a month, until the transaction ends. Taken for places below before those above. */
export async function lockMonth(tx: Tx, month: Day, { code }: Pick<ReportPlace, 'code'>): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710021, hashtext(${`${month} ${code}`}))`
}
