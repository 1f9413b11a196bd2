import type { Actor } from '~/modules/auth/actor'
import { busyRefusal } from '~/platform/db/busy.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { Translate } from '~/platform/i18n/translate'
import { approveListing } from './approve-listing.server'
import { ListingDraft } from './schema'

/** What became of one of several: its title and a sentence. */
export type BulkResult = { revisionId: string; title: string; isApproved: boolean; text: string }

type Pick = { revisionId: string; version: number }

/**
 * Approves several listings of her region in which the rules found nothing, one after the other, each in a transaction of its own: what one is refused for stops no other. What is not hers to see is
 * left out of the answer.
 */
export async function approveMany({
  actor,
  picks,
  t,
}: {
  actor: Actor
  picks: readonly Pick[]
  t: Translate
}): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (const pick of picks) {
    const refusal = await approveOne(actor, pick)
    if (refusal?.status === 404) continue
    results.push({
      revisionId: pick.revisionId,
      title: await titleOf(actor, pick.revisionId),
      isApproved: refusal === null,
      text: refusal ? t(refusal.key, refusal.params) : t('bulk.approved'),
    })
  }
  return results
}

/** The refusal of this one, which is told beside the others; anything else is a bug and goes on. */
async function approveOne(actor: Actor, pick: Pick): Promise<Refusal | null> {
  try {
    await approveListing({ actor, ...pick, isEnglishReviewed: false, onlyClean: true })
    return null
  } catch (error) {
    const refusal = error instanceof Refusal ? error : busyRefusal(error)
    if (!refusal) throw error
    return refusal
  }
}

async function titleOf(actor: Actor, revisionId: string): Promise<string> {
  const row = await inScope(actor, (tx) =>
    tx.listingRevision.findUnique({ where: { id: revisionId }, select: { content: true } }),
  )
  return row ? ListingDraft.parse(row.content).titleZh : ''
}
