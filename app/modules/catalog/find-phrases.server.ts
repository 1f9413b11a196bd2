import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** A ready sentence to makers. */
export type PhraseView = { phraseId: string; words: string; isShared: boolean }

/** Of her own and of her region's so many each (keepPhrase). */
export const mostPhrases = 30

/** Her own ready sentences and those of her region, as they were written. */
export async function findPhrases({ actor }: { actor: Actor }): Promise<PhraseView[]> {
  const { userId, personId, regionId } = actor
  if (!regionId) return []
  const rows = await inScope({ person: personId }, (tx) =>
    tx.reviewPhrase.findMany({
      where: { OR: [{ userId, regionId: null }, { regionId }] },
      orderBy: { id: 'asc' },
      take: 2 * mostPhrases,
      select: { id: true, words: true, regionId: true },
    }),
  )
  return rows.map(({ id, words, regionId: shared }) => ({ phraseId: id, words, isShared: shared !== null }))
}
