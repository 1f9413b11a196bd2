import type { RevisionState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { findStaffName } from './find-staff-name.server'
import { ListingDraft } from './schema'

/** A submitted revision of the coordinator's region, held until the transaction ends. */
export type Review = {
  revisionId: string
  productId: string
  sellerId: string
  version: number
  content: ListingDraft
}

type Row = {
  productId: string
  sellerId: string
  state: RevisionState
  version: number
  content: unknown
  submittedById: string | null
  reviewedById: string | null
}

/**
 * Another region's revision is not found. Refuses what she submitted herself or sells herself (403), what somebody has decided already (409, with the name),
 * what a colleague is on, what the maker took back, and a version other than the one she read.
 */
export async function lockReview(
  tx: Tx,
  { actor, revisionId, version }: { actor: Actor; revisionId: string; version: number },
): Promise<Review> {
  if (!actor.regionId) throw notFound()
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT l."productId", p."sellerId", l.state::text AS state, l.version, l.content, l."submittedById", l."reviewedById"
    FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" r ON r.id = s."regionId"
    WHERE l.id = ${revisionId}::uuid AND ${actor.regionId}::uuid = ANY (r."ancestorIds") FOR UPDATE OF l`
  if (!row) throw notFound()
  if (row.submittedById === actor.userId || actor.sellerIds.includes(row.sellerId))
    throw new Refusal('desk.notYourOwn', 403)
  if (row.state !== 'submitted') throw await decided(tx, row)
  await refuseHeld(tx, { actor, queue: 'listing', subjectId: revisionId })
  if (row.version !== version) throw new Refusal('errors.stale')
  return {
    revisionId,
    productId: row.productId,
    sellerId: row.sellerId,
    version: row.version,
    content: ListingDraft.parse(row.content),
  }
}

async function decided(tx: Tx, { state, reviewedById }: Row): Promise<Refusal> {
  if (state === 'draft') return new Refusal('desk.takenBack')
  const name = reviewedById && (await findStaffName(tx, reviewedById))
  const key = state === 'approved' ? 'desk.alreadyApproved' : 'desk.alreadyAnswered'
  return name ? new Refusal(key, 409, { name }) : new Refusal('desk.alreadyDecided')
}
