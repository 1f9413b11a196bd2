import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { ClaimView } from './claim-view'

type FindClaimsInput = { actor: Actor; queue: WorkQueue; subjectIds: readonly string[] }

/** A piece of work: where it waits, and which. */
export type Piece = { queue: WorkQueue; subjectId: string }

/** Who is on each of these pieces of work now, by their ids; what nobody holds, or held until a moment ago, is left out. */
export async function findClaims(
  tx: Tx,
  { actor, queue, subjectIds }: FindClaimsInput,
): Promise<Map<string, ClaimView>> {
  const found = await findClaimsOf(tx, {
    actor,
    pieces: subjectIds.map((subjectId) => ({ queue, subjectId })),
  })
  return new Map(found.map(({ piece, claim }) => [piece.subjectId, claim]))
}

/** The same for pieces of several queues at once. */
export async function findClaimsOf(
  tx: Tx,
  { actor, pieces }: { actor: Actor; pieces: readonly Piece[] },
): Promise<{ piece: Piece; claim: ClaimView }[]> {
  if (pieces.length === 0) return []
  const now = await appNow(tx)
  const queues = [...new Set(pieces.map(({ queue }) => queue))]
  const idsIn = (wanted: WorkQueue) =>
    pieces.flatMap(({ queue, subjectId }) => (queue === wanted ? [subjectId] : []))
  const rows = await tx.workClaim.findMany({
    where: {
      OR: queues.map((queue) => ({ queue, subjectId: { in: idsIn(queue) } })),
      until: { gt: now },
    },
    select: { queue: true, subjectId: true, userId: true, until: true, givenById: true },
  })
  const names = await findStaffNames(
    tx,
    rows.flatMap(({ userId, givenById }) => [userId, givenById]),
  )
  return rows.map(({ queue, subjectId, userId, until, givenById }) => ({
    piece: { queue, subjectId },
    claim: {
      name: names.get(userId) ?? null,
      isMine: userId === actor.userId,
      minutesLeft: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)),
      givenBy: givenById && (names.get(givenById) ?? null),
      isFromMe: givenById === actor.userId && userId !== actor.userId,
    },
  }))
}
