import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type HoldWorkInput = { actor: Actor; queue: WorkQueue; subjectId: string }

/** Holds the row of a piece of work until the transaction ends. Not found (404) when it is not hers to do; refuses (409) what does not wait any more. */
export async function holdWork(tx: Tx, { actor, queue, subjectId }: HoldWorkInput): Promise<void> {
  const [row] = await tx.$queryRaw<{ waits: boolean | null; isHers: boolean | null }[]>`
    SELECT work_waits(${queue}::"WorkQueue", ${subjectId}::uuid) AS waits, work_is_for(${queue}::"WorkQueue", ${subjectId}::uuid, ${actor.userId}::uuid) AS "isHers"`
  if (!row?.isHers || row.waits === null) throw notFound()
  if (!row.waits) throw new Refusal('claims.doneAlready')
}
