import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type Row = { state: string; submittedById: string | null; sellerId: string }

/**
 * A listing of her region that waits, held against a decision until the transaction ends. Another region's is not found; refuses what is decided or taken back (409), and what she
 * submitted or sells herself (403).
 */
export async function lockWaiting(
  tx: Tx,
  { actor, revisionId }: { actor: Actor; revisionId: string },
): Promise<{ submittedById: string | null }> {
  if (!actor.regionId) throw notFound()
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT l.state::text AS state, l."submittedById", p."sellerId"
    FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" r ON r.id = s."regionId"
    WHERE l.id = ${revisionId}::uuid AND l."submittedAt" IS NOT NULL AND ${actor.regionId}::uuid = ANY (r."ancestorIds") FOR SHARE OF l`
  if (!row) throw notFound()
  if (row.state !== 'submitted') throw new Refusal('claims.gone')
  if (row.submittedById === actor.userId || actor.sellerIds.includes(row.sellerId))
    throw new Refusal('desk.notYourOwn', 403)
  return row
}
