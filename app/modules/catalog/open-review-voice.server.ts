import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type OpenedVoice, openVoice } from '~/modules/voices/open-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** What a maker of her region said about a piece that waits for her review; that it was listened to is in the audit. Everything else is a 404. */
export function openReviewVoice({
  actor,
  revisionId,
}: {
  actor: Actor
  revisionId: string
}): Promise<OpenedVoice> {
  return inScope(actor, async (tx) => {
    const { regionId } = actor
    if (!regionId) throw notFound()
    const row = await tx.listingRevision.findFirst({
      where: {
        id: revisionId,
        state: 'submitted',
        product: { seller: { region: { ancestorIds: { has: regionId } } } },
      },
      select: { productId: true },
    })
    if (!row) throw notFound()
    const voice = await openVoice(tx, { productId: row.productId })
    const subject = { type: 'Product', id: row.productId }
    await recordAudit(tx, { actor, action: 'voice.heard', subject })
    return voice
  })
}
