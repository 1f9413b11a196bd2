import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { WorkFilter } from './work-filter'

type ClaimedInput = { actor: Actor; queue: WorkQueue; whose: WorkFilter['whose'] }

/** What the subjects of a queue's choice are among, for a query that is cut off: hers, or those that nobody holds now. Nothing when all are wanted. */
export async function claimedIds(
  tx: Tx,
  { actor, queue, whose }: ClaimedInput,
): Promise<{ in?: string[]; notIn?: string[] }> {
  if (whose === 'all') return {}
  const rows = await tx.workClaim.findMany({
    where: {
      queue,
      until: { gt: await appNow(tx) },
      ...(whose === 'mine' ? { userId: actor.userId } : {}),
    },
    select: { subjectId: true },
  })
  const ids = rows.map(({ subjectId }) => subjectId)
  return whose === 'mine' ? { in: ids } : { notIn: ids }
}
