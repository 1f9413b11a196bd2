import type { Actor } from '~/modules/auth/actor'
import { findStaffName } from '~/modules/catalog/find-staff-name.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { TextKind } from './schema'

type ClaimInput = { actor: Actor; kind: TextKind; subjectId: string }

/** Takes a text for half an hour, or for half an hour more. Refuses what a colleague is on, and a text about which nothing is to be done. */
export function claimTranslation({ actor, kind, subjectId }: ClaimInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const taken = await tx.$executeRaw`
      INSERT INTO "Translation" (kind, "subjectId", "sourceHash", "claimedById", "claimedUntil")
      SELECT w.kind, w."subjectId", w."sourceHash", ${actor.userId}::uuid, app_now() + interval '30 minutes' FROM "TranslationWork" w
      WHERE w.kind = ${kind}::"TextKind" AND w."subjectId" = ${subjectId}::uuid
      ON CONFLICT (kind, "subjectId") DO UPDATE SET "claimedById" = EXCLUDED."claimedById", "claimedUntil" = EXCLUDED."claimedUntil"
      WHERE "Translation"."claimedUntil" IS NULL OR "Translation"."claimedUntil" <= app_now() OR "Translation"."claimedById" = EXCLUDED."claimedById"`
    if (taken > 0) return
    const holder = await tx.translation.findUnique({
      where: { kind_subjectId: { kind, subjectId } },
      select: { claimedById: true },
    })
    const name = holder?.claimedById ? await findStaffName(tx, holder.claimedById) : null
    throw holder
      ? new Refusal('translation.held', 409, { name: name ?? '' })
      : new Refusal('errors.notFound', 404)
  })
}

/** Lets go of a text that is hers; anything else changes nothing. */
export function releaseTranslation({ actor, kind, subjectId }: ClaimInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await tx.translation.updateMany({
      where: { kind, subjectId, claimedById: actor.userId },
      data: { claimedById: null, claimedUntil: null },
    })
  })
}
