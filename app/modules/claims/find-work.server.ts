import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { ClaimView } from './claim-view'
import { findClaims } from './find-claims.server'
import { type Colleague, findColleagues } from './find-colleagues.server'
import { workScope } from './work-scope'

/** Who is on each piece of a queue, by its id, and whom she may give one to. */
export type Work = { claims: Record<string, ClaimView>; colleagues: Colleague[] }

type FindWorkInput = { actor: Actor; queue: WorkQueue; subjectIds: readonly string[] }

export function findWork({ actor, queue, subjectIds }: FindWorkInput): Promise<Work> {
  return inScope(workScope(actor, queue), async (tx) => ({
    claims: Object.fromEntries(await findClaims(tx, { actor, queue, subjectIds })),
    colleagues: await findColleagues(tx, { actor }),
  }))
}
