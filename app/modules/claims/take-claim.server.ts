import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { refuseHeld } from './refuse-held.server'

/**
 * She takes up a piece of work for half an hour; again, for another half. What a colleague gave her for longer stays as it is, and what she gave she takes back. Refuses (409) what
 * somebody else is on. The caller has made sure that it waits, that it is hers to do, and holds its row.
 */
export async function takeClaim(
  tx: Tx,
  { actor, queue, subjectId }: { actor: Actor; queue: WorkQueue; subjectId: string },
): Promise<void> {
  const { userId } = actor
  const taken = await tx.$executeRaw`
    INSERT INTO "WorkClaim" AS c (queue, "subjectId", "userId", "takenAt", "until")
    VALUES (${queue}::"WorkQueue", ${subjectId}::uuid, ${userId}::uuid, app_now(), app_now() + interval '30 minutes')
    ON CONFLICT (queue, "subjectId") DO UPDATE SET "userId" = excluded."userId", "takenAt" = excluded."takenAt", "until" = excluded."until", "givenById" = NULL
      WHERE c."until" <= app_now() OR (c."userId" = ${userId}::uuid AND c."givenById" IS NULL) OR c."givenById" = ${userId}::uuid`
  if (taken === 0) await refuseHeld(tx, { actor, queue, subjectId })
}
