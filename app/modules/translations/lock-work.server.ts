import { findStaffName } from '~/modules/catalog/find-staff-name.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import type { TextKind } from './schema'

/** Which text, seen over which version of the work and by which Chinese. */
export type SeenWork = { kind: TextKind; subjectId: string; seen: number; source: string }

export type LockedWork = {
  words: unknown
  typedById: string | null
  isTyped: boolean
}

type WorkRow = {
  words: unknown
  version: number
  typedById: string | null
  isTyped: boolean
  holderId: string | null
}

/**
 * Holds the work on one text until the transaction ends, making its row the first time. Refuses what a colleague is on, what somebody has typed since it was seen, and words
 * whose Chinese has changed since; 404 when nothing is to be done about the text.
 */
export async function lockWork(
  tx: Tx,
  { actor, kind, subjectId, seen, source }: SeenWork & { actor: { userId: string } },
): Promise<LockedWork> {
  await tx.$executeRaw`
    INSERT INTO "Translation" (kind, "subjectId", "sourceHash") SELECT w.kind, w."subjectId", w."sourceHash" FROM "TranslationWork" w
    WHERE w.kind = ${kind}::"TextKind" AND w."subjectId" = ${subjectId}::uuid ON CONFLICT DO NOTHING`
  await tx.$queryRaw`SELECT 1 FROM "Translation" WHERE kind = ${kind}::"TextKind" AND "subjectId" = ${subjectId}::uuid FOR UPDATE`
  const [row] = await tx.$queryRaw<(WorkRow & { source: string })[]>`
    SELECT w.words, w."sourceHash" AS source, t.version, t."typedById"::text,
      t."typedAt" IS NOT NULL AND t."reviewedAt" IS NULL AND t."sourceHash" = w."sourceHash" AS "isTyped",
      CASE WHEN t."claimedUntil" > app_now() THEN t."claimedById"::text END AS "holderId"
    FROM "TranslationWork" w JOIN "Translation" t ON t.kind = w.kind AND t."subjectId" = w."subjectId"
    WHERE w.kind = ${kind}::"TextKind" AND w."subjectId" = ${subjectId}::uuid`
  if (!row) throw notFound()
  if (row.holderId !== null && row.holderId !== actor.userId)
    throw new Refusal('translation.held', 409, { name: (await findStaffName(tx, row.holderId)) ?? '' })
  if (row.source !== source) throw new Refusal('translation.sourceChanged', 409)
  if (row.version !== seen) throw new Refusal('translation.typedMeanwhile', 409)
  return row
}
