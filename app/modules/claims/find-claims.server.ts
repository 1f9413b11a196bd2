import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { ClaimView } from './claim-view'

type FindClaimsInput = { actor: Actor; queue: WorkQueue; subjectIds: readonly string[] }

/** Who is on each of these pieces of work now, by their ids; what nobody holds, or held until a moment ago, is left out. */
export async function findClaims(
  tx: Tx,
  { actor, queue, subjectIds }: FindClaimsInput,
): Promise<Map<string, ClaimView>> {
  if (subjectIds.length === 0) return new Map()
  const now = await appNow(tx)
  const rows = await tx.workClaim.findMany({
    where: { queue, subjectId: { in: [...subjectIds] }, until: { gt: now } },
    select: { subjectId: true, userId: true, until: true, givenById: true },
  })
  const names = await findStaffNames(
    tx,
    rows.flatMap(({ userId, givenById }) => [userId, givenById]),
  )
  return new Map(
    rows.map(({ subjectId, userId, until, givenById }) => [
      subjectId,
      {
        name: names.get(userId) ?? null,
        isMine: userId === actor.userId,
        minutesLeft: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)),
        givenBy: givenById && (names.get(givenById) ?? null),
        isFromMe: givenById === actor.userId && userId !== actor.userId,
      },
    ]),
  )
}
