import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { giveClaim } from './give-claim.server'
import { holdWork } from './hold-work.server'
import { takeClaim } from './take-claim.server'
import { workScope } from './work-scope'

type WorkInput = { actor: Actor; queue: WorkQueue; subjectId: string }

/** She is on a piece of work for the next half hour: her colleagues see it and decide nothing about it meanwhile. Refuses what holdWork and takeClaim refuse. */
export async function takeWork({ actor, queue, subjectId }: WorkInput): Promise<void> {
  await inScope(workScope(actor, queue), async (tx) => {
    await holdWork(tx, { actor, queue, subjectId })
    await takeClaim(tx, { actor, queue, subjectId })
  })
}

/** She gives a piece of work to a colleague of the same desk, for a day. Refuses what holdWork and giveClaim refuse. */
export async function giveWork({
  actor,
  queue,
  subjectId,
  toUserId,
}: WorkInput & { toUserId: string }): Promise<void> {
  await inScope(workScope(actor, queue), async (tx) => {
    await holdWork(tx, { actor, queue, subjectId })
    await giveClaim(tx, { actor, queue, subjectId, toUserId })
  })
}
