import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** Takes away one of her own ready sentences, or one of her region's. Somebody else's is not found. */
export async function dropPhrase({ actor, phraseId }: { actor: Actor; phraseId: string }): Promise<void> {
  const { userId, personId, regionId } = actor
  if (!regionId) throw notFound()
  const { count } = await inScope({ person: personId }, (tx) =>
    tx.reviewPhrase.deleteMany({
      where: { id: phraseId, OR: [{ userId, regionId: null }, { regionId }] },
    }),
  )
  if (count === 0) throw notFound()
}
