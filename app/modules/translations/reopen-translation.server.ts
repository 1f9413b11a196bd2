import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { TextKind } from './schema'

type ReopenInput = {
  actor: Actor
  kind: TextKind
  subjectId: string
  /** what is wrong with the English */
  note: string
}

/** Takes English up again that was read and is shown: it is typed by one and read by another anew, from what stands there now, and shown until then. Twice is once; 404 where no English is shown. */
export function reopenTranslation({ actor, kind, subjectId, note }: ReopenInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const taken = await tx.$executeRaw`
      INSERT INTO "Translation" (kind, "subjectId", "sourceHash", note, "reopenedAt")
      SELECT s.kind, s."subjectId", md5(s.words::text), ${note}, app_now() FROM "TranslationShown" s
      WHERE s.kind = ${kind}::"TextKind" AND s."subjectId" = ${subjectId}::uuid
      ON CONFLICT (kind, "subjectId") DO UPDATE SET note = EXCLUDED.note, "reopenedAt" = EXCLUDED."reopenedAt", words = '{}', version = "Translation".version + 1,
        "typedById" = NULL, "typedAt" = NULL, "reviewedById" = NULL, "reviewedAt" = NULL, "claimedById" = NULL, "claimedUntil" = NULL
      WHERE "Translation"."reopenedAt" IS NULL`
    if (taken === 0) {
      if ((await tx.translation.count({ where: { kind, subjectId, reopenedAt: { not: null } } })) === 0)
        throw notFound()
      return
    }
    await recordAudit(tx, {
      actor,
      action: 'translation.reopened',
      subject: { type: kind === 'product' ? 'Product' : 'Seller', id: subjectId },
      reason: note,
    })
  })
}
