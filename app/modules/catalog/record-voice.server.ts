import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findPrincipal } from '~/modules/mandates/find-principal.server'
import { isOwnSeller } from '~/modules/mandates/is-own-seller.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { keepVoice } from '~/modules/voices/keep-voice.server'
import { withinScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { lockDraft } from './lock-revision.server'

type RecordInput = { actor: Actor; productId: string; bytes: Uint8Array; seconds: number }

/**
 * Keeps what she says about a piece that she is writing; what was said before is destroyed, and what was typed up from it is forgotten. Recorded on an agent's telephone it is the
 * maker's voice all the same. Refuses what keepVoice refuses and a draft that is being read; somebody else's piece is a 404.
 */
export async function recordVoice({ actor, productId, bytes, seconds }: RecordInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { sellerId, revisionId, onBehalfOfId } = await lockDraft(tx, { actor, productId })
    const isOwn = await isOwnSeller(tx, { actor, sellerId })
    const speakerId = isOwn ? actor.personId : await findPrincipal(tx, sellerId)
    if (!speakerId) throw notFound()
    await withinScope(tx, { person: actor.personId }, () =>
      keepVoice(tx, { productId, speakerId, recordedById: actor.userId, bytes, seconds }),
    )
    await tx.dictation.deleteMany({ where: { revisionId, typedAt: { not: null } } })
    const subject = { type: 'Product', id: productId } as const
    await recordAct(tx, { actor, sellerId, scope: 'list', kind: 'listing.spoken', subject })
    await recordAudit(tx, { actor, onBehalfOfId, action: 'voice.recorded', subject })
  })
}
