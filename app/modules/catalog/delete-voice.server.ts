import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { dropVoice } from '~/modules/voices/drop-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { hasVoice } from './has-voice.server'

/**
 * Destroys one recording of a piece of hers, in whatever state the piece is: the bytes and their key. A listing that was handed in spoken is hers to write again, and what was typed up of it gone, when the
 * newest recording goes or nothing is left that was said.
 * Deleted twice is once; somebody else's piece is a 404.
 */
export async function deleteVoice({
  actor,
  productId,
  voiceId,
}: {
  actor: Actor
  productId: string
  voiceId: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const product = await tx.product.findFirst({
      where: { id: productId, sellerId: { in: actor.sellerIds } },
      select: { sellerId: true },
    })
    if (!product) throw notFound()
    const voice = await tx.voiceNote.findFirst({ where: { id: voiceId }, select: { approvedAt: true } })
    if (!voice || !(await dropVoice(tx, productId, { voiceId }))) return
    if (voice.approvedAt === null || !(await hasVoice(tx, productId)))
      await tx.dictation.deleteMany({ where: { revision: { productId }, confirmedAt: null } })
    const subject = { type: 'Product', id: productId } as const
    await recordAct(tx, {
      actor,
      sellerId: product.sellerId,
      scope: 'list',
      kind: 'listing.unspoken',
      subject,
    })
    await recordAudit(tx, { actor, action: 'voice.deleted', subject })
  })
}
