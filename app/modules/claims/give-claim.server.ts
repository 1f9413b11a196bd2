import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { findColleagues } from './find-colleagues.server'
import { refuseHeld } from './refuse-held.server'

type GiveClaimInput = { actor: Actor; queue: WorkQueue; subjectId: string; toUserId: string }

/**
 * Gives a piece of work to a colleague of her region, for a day. What nobody holds, what she holds herself and what she gave to somebody before may be given; else it is refused (409), and so is
 * somebody who is no colleague, or stands too near to it to decide (422, beside the name). The caller has made sure that it waits and holds its row.
 */
export async function giveClaim(
  tx: Tx,
  { actor, queue, subjectId, toUserId }: GiveClaimInput,
): Promise<void> {
  const colleagues = await findColleagues(tx, { actor })
  if (!colleagues.some(({ userId }) => userId === toUserId))
    throw new Refusal('claims.notColleague', 422, {}, 'to')
  const [fit] = await tx.$queryRaw<{ isFor: boolean | null }[]>`
    SELECT work_is_for(${queue}::"WorkQueue", ${subjectId}::uuid, ${toUserId}::uuid) AS "isFor"`
  if (!fit?.isFor) throw new Refusal('claims.tooNear', 422, {}, 'to')
  const { userId } = actor
  const given = await tx.$executeRaw`
    INSERT INTO "WorkClaim" AS c (queue, "subjectId", "userId", "takenAt", "until", "givenById")
    VALUES (${queue}::"WorkQueue", ${subjectId}::uuid, ${toUserId}::uuid, app_now(), app_now() + interval '24 hours', ${userId}::uuid)
    ON CONFLICT (queue, "subjectId") DO UPDATE SET "userId" = excluded."userId", "takenAt" = excluded."takenAt", "until" = excluded."until", "givenById" = excluded."givenById"
      WHERE c."until" <= app_now() OR c."userId" = ${userId}::uuid OR c."givenById" = ${userId}::uuid`
  if (given === 0) await refuseHeld(tx, { actor, queue, subjectId })
}
