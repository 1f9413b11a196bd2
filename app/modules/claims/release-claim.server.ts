import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'

/** She lets go of what she holds; what she does not hold stays as it is. */
export async function releaseClaim({
  actor,
  queue,
  subjectId,
}: {
  actor: Actor
  queue: WorkQueue
  subjectId: string
}): Promise<void> {
  await prisma.workClaim.deleteMany({ where: { queue, subjectId, userId: actor.userId } })
}
