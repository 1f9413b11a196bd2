import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { mostPhrases } from './find-phrases.server'

/** She keeps a ready sentence, for herself or for everybody of her region. The same one twice is one; refuses more than thirty of either (409). */
export async function keepPhrase({
  actor,
  words,
  isShared,
}: {
  actor: Actor
  words: string
  isShared: boolean
}): Promise<void> {
  const { userId, personId, regionId } = actor
  if (!regionId) throw notFound()
  const whose = isShared ? { regionId } : { userId, regionId: null }
  await inScope({ person: personId }, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(710021, hashtext(${isShared ? regionId : userId}))`
    if ((await tx.reviewPhrase.count({ where: { ...whose, words } })) > 0) return
    if ((await tx.reviewPhrase.count({ where: whose })) >= mostPhrases)
      throw new Refusal('phrases.tooMany', 409, { most: mostPhrases })
    await tx.reviewPhrase.create({ data: { userId, regionId: isShared ? regionId : null, words } })
  })
}
