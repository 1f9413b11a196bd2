import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { ListingDraft } from './schema'

/** What a coordinator has just answered: the piece, and its address in the shop when it is there. */
export type Answered = { title: string; state: 'approved' | 'changes_requested'; slug: string | null }

/** Null unless she answered it herself and it still stands so. */
export async function findAnswered({
  actor,
  revisionId,
}: {
  actor: Actor
  revisionId: string
}): Promise<Answered | null> {
  const row = await inScope(actor, (tx) =>
    tx.listingRevision.findFirst({
      where: { id: revisionId, reviewedById: actor.userId },
      select: { state: true, content: true, product: { select: { slug: true, publishedAt: true } } },
    }),
  )
  if (!row || (row.state !== 'approved' && row.state !== 'changes_requested')) return null
  const { titleZh } = ListingDraft.parse(row.content)
  return { title: titleZh, state: row.state, slug: row.product.publishedAt ? row.product.slug : null }
}
