import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** How many of her pieces stand where: what is unfinished, what she was asked to change, what is typed up or being read, what is on sale. */
export type ListingCounts = { drafts: number; changes: number; reading: number; onSale: number }

/** All zero without a seller. */
export async function countMyListings({ actor }: { actor: Actor }): Promise<ListingCounts> {
  const [row] = await inScope(
    actor,
    (tx) => tx.$queryRaw<ListingCounts[]>`
    SELECT count(*) FILTER (WHERE l.state = 'draft' AND d."revisionId" IS NULL)::int AS drafts,
      count(*) FILTER (WHERE l.state = 'changes_requested' AND d."revisionId" IS NULL)::int AS changes,
      count(*) FILTER (WHERE l.state = 'submitted' OR (d."revisionId" IS NOT NULL AND d."typedAt" IS NULL))::int AS reading,
      count(*) FILTER (WHERE p.status = 'on_sale')::int AS "onSale"
    FROM "Product" p LEFT JOIN "ListingRevision" l ON l."productId" = p.id AND l.state <> 'approved'
      LEFT JOIN "Dictation" d ON d."revisionId" = l.id AND d."confirmedAt" IS NULL
    WHERE p."sellerId" = ANY(${actor.sellerIds}::uuid[]) AND p.status <> 'withdrawn'`,
  )
  return row ?? { drafts: 0, changes: 0, reading: 0, onSale: 0 }
}
