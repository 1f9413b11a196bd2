import type { Actor } from '~/modules/auth/actor'
import { newestVoice } from '~/modules/voices/open-voice.server'
import { inScope } from '~/platform/db/in-scope.server'

/** The newest recording of each of some pieces that she may write; a piece without one is left out. */
export function findNewestVoices({
  actor,
  productIds,
}: {
  actor: Actor
  productIds: readonly string[]
}): Promise<ReadonlyMap<string, { id: string; seconds: number }>> {
  return inScope({ person: actor.personId }, async (tx) => {
    const rows = await tx.voiceNote.findMany({
      where: { productId: { in: [...productIds] }, product: { sellerId: { in: actor.sellerIds } } },
      orderBy: newestVoice,
      select: { id: true, seconds: true, productId: true },
    })
    // the newest comes first, and is written last
    return new Map(rows.toReversed().map(({ productId, ...voice }) => [productId, voice]))
  })
}
