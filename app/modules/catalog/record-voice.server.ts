import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findPrincipal } from '~/modules/mandates/find-principal.server'
import { isOwnSeller } from '~/modules/mandates/is-own-seller.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { keepVoice } from '~/modules/voices/keep-voice.server'
import { newestVoice } from '~/modules/voices/open-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockDraft } from './lock-revision.server'

type RecordInput = {
  actor: Actor
  productId: string
  bytes: Uint8Array
  seconds: number
  /** from a device that kept it: under which id, and which recording it knew there (`any`: it takes the place of whatever is there); brought again, it is kept once */
  brought?: { id: string; over: string | null }
}

/**
 * Keeps what she says about a piece that she is writing; what she said before and nobody has approved is destroyed, and what was typed up from it is forgotten. What buyers hear stays until the new one is
 * approved. Recorded on an agent's telephone it is the maker's voice all the same. Refuses what keepVoice refuses, a draft that is being read, and (412) one that a device brings over another that it
 * did not know; somebody else's piece is a 404.
 */
export async function recordVoice({ actor, productId, bytes, seconds, brought }: RecordInput): Promise<void> {
  await inScope(actor, async (tx) => {
    const { sellerId, revisionId, onBehalfOfId } = await lockDraft(tx, { actor, productId })
    const isOwn = await isOwnSeller(tx, { actor, sellerId })
    const speakerId = isOwn ? actor.personId : await findPrincipal(tx, sellerId)
    if (!speakerId) throw notFound()
    if (brought && !(await arrives(tx, { productId, ...brought }))) return
    await keepVoice(tx, { productId, speakerId, recordedById: actor.userId, bytes, seconds })
    await tx.dictation.deleteMany({ where: { revisionId, typedAt: { not: null } } })
    const subject = { type: 'Product', id: productId } as const
    await recordAct(tx, { actor, sellerId, scope: 'list', kind: 'listing.spoken', subject })
    await recordAudit(tx, { actor, onBehalfOfId, action: 'voice.recorded', subject })
  })
}

type Arrival = { productId: string; id: string; over: string | null }

/** Notes that a device's recording has come: false when it had come before, whatever has become of it since. */
async function arrives(tx: Tx, { productId, id, over }: Arrival): Promise<boolean> {
  const isNew = await tx.$executeRaw`
    INSERT INTO "VoiceArrival" (id, "productId") VALUES (${id}::uuid, ${productId}::uuid) ON CONFLICT DO NOTHING`
  if (isNew === 0) return false
  const known = await tx.voiceNote.findFirst({
    where: { productId },
    orderBy: newestVoice,
    select: { id: true },
  })
  if (over !== 'any' && (known?.id ?? null) !== over) throw new Refusal('voice.anotherThere', 412)
  return true
}
