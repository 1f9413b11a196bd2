import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** Takes away one of her own ready sentences, or one of her region's. Somebody else's is not found. */
export async function dropPhrase({ actor, phraseId }: { actor: Actor; phraseId: string }): Promise<void> {
  const { userId, regionId } = actor
  if (!regionId) throw notFound()
  const { count } = await prisma.reviewPhrase.deleteMany({
    where: { id: phraseId, OR: [{ userId, regionId: null }, { regionId }] },
  })
  if (count === 0) throw notFound()
}
