import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { findClaims } from './find-claims.server'

/** Refuses (409, with the name and the minutes) when somebody else is on it. The caller holds the subject's row: a claim and a decision at one moment come one after the other. */
export async function refuseHeld(
  tx: Tx,
  { actor, queue, subjectId }: { actor: Actor; queue: WorkQueue; subjectId: string },
): Promise<void> {
  const claim = (await findClaims(tx, { actor, queue, subjectIds: [subjectId] })).get(subjectId)
  if (!claim || claim.isMine) return
  const { name, minutesLeft } = claim
  if (!name) throw new Refusal('claims.heldNameless')
  if (minutesLeft >= 120)
    throw new Refusal('claims.heldHours', 409, { name, hours: Math.round(minutesLeft / 60) })
  throw new Refusal('claims.held', 409, { name, minutes: minutesLeft })
}
