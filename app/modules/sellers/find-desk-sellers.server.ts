import type { SellerKind, SellerStatus } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { ClaimView } from '~/modules/claims/claim-view'
import { findClaims } from '~/modules/claims/find-claims.server'
import { daysOf, type WorkFilter } from '~/modules/claims/work-filter'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

/**
 * Whether an individual seller's income has a home today: verified to a household, verified to none, entered but not verified, not entered, or hidden because
 * she lives in another region. `not_person` for workshops, companies, bases, institutions.
 */
export type LinkState = 'household' | 'not_registered' | 'pending' | 'none' | 'hidden' | 'not_person'

export type DeskSellerRow = {
  id: string
  nameZh: string
  nameEn: string
  kind: SellerKind
  status: SellerStatus
  place: PlaceName
  ownerName: string | null
  link: LinkState
  /** parcels that were paid for and not cancelled */
  saleCount: number
  /** who is on her link, while it waits for the coordinator */
  claim: ClaimView | null
}

type FoundRow = Omit<DeskSellerRow, 'place' | 'claim'> & { regionId: string; ownerId: string | null }
type FindInput = {
  actor: Actor
  q: string
  /** only those whose link waits for the coordinator */
  onlyOpen: boolean
  /** which of those: by who is on the link, and since when the shop exists */
  work: WorkFilter
  after: string | null
}

const pageSize = 30

/** The sellers of the coordinator's region, newest first, 30 a page; `q` is part of a shop's or owner's name. `next` is the id to go on from, or null. */
export function findDeskSellers(input: FindInput): Promise<{ rows: DeskSellerRow[]; next: string | null }> {
  return inScope(input.actor, async (tx) => {
    const found = await findRows(tx, input)
    const page = found.slice(0, pageSize)
    const places = await findPlaceNames(
      tx,
      page.map(({ regionId }) => regionId),
    )
    const subjectIds = page.flatMap(({ ownerId, link }) => (ownerId && isOpen(link) ? [ownerId] : []))
    const claims = await findClaims(tx, { actor: input.actor, queue: 'link', subjectIds })
    return {
      next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
      rows: page.map(({ regionId, ownerId, ...row }) => ({
        ...row,
        claim: (ownerId && claims.get(ownerId)) || null,
        place: places.get(regionId) ?? { zh: '', en: '' },
      })),
    }
  })
}

function isOpen(link: LinkState): boolean {
  return link === 'none' || link === 'pending'
}

function findRows(tx: Tx, { actor, q, onlyOpen, work, after }: FindInput): Promise<FoundRow[]> {
  const today = Prisma.sql`(app_now() AT TIME ZONE 'Asia/Shanghai')::date`
  const matching = q
    ? Prisma.sql`AND (position(${q} in s."nameZh") > 0 OR position(lower(${q}) in lower(s."nameEn")) > 0 OR position(${q} in owner.name) > 0)`
    : Prisma.empty
  const open = onlyOpen
    ? Prisma.sql`AND s.kind = 'individual' AND s.status = 'active' AND owner.id IS NOT NULL AND (link.id IS NULL OR link."verifiedAt" IS NULL)
        AND s."createdAt" <= app_now() - ${daysOf[work.age]}::int * interval '1 day' ${claimedBy(actor, work)}`
    : Prisma.empty
  return tx.$queryRaw<FoundRow[]>`
    SELECT s.id, s."nameZh", s."nameEn", s.kind::text AS kind, s.status::text AS status, s."regionId", owner.id AS "ownerId", owner.name AS "ownerName",
      CASE WHEN s.kind <> 'individual' THEN 'not_person' WHEN owner.id IS NULL THEN 'hidden' WHEN link.id IS NULL THEN 'none'
        WHEN link."verifiedAt" IS NULL THEN 'pending' WHEN link."memberId" IS NULL THEN 'not_registered' ELSE 'household' END AS link,
      (SELECT count(*) FROM "SellerOrder" o WHERE o."sellerId" = s.id AND o.status IN ('to_ship', 'shipped', 'received', 'completed'))::int AS "saleCount"
    FROM "Seller" s JOIN "Region" r ON r.id = s."regionId" AND r."ancestorIds" @> ARRAY[${actor.regionId}::uuid]
    LEFT JOIN LATERAL (
      SELECT p.id, p.name FROM "SellerPerson" sp JOIN "Person" p ON p.id = sp."personId"
      WHERE sp."sellerId" = s.id AND sp.role = 'owner' AND daterange(sp."validFrom", sp."validTo") @> ${today} ORDER BY sp."validFrom", sp.id LIMIT 1) owner ON true
    LEFT JOIN LATERAL (
      SELECT l.id, l."verifiedAt", l."memberId" FROM "HouseholdLink" l
      WHERE l."personId" = owner.id AND daterange(l."validFrom", l."validTo") @> ${today} LIMIT 1) link ON true
    WHERE (${after}::uuid IS NULL OR s.id < ${after}::uuid) ${matching} ${open}
    ORDER BY s.id DESC LIMIT ${pageSize + 1}`
}

/** AND …: hers, nobody's, or all the same. Alias: owner. */
function claimedBy({ userId }: Actor, { whose }: WorkFilter): Prisma.Sql {
  const held = Prisma.sql`SELECT 1 FROM "WorkClaim" c WHERE c.queue = 'link' AND c."subjectId" = owner.id AND c."until" > app_now()`
  if (whose === 'mine') return Prisma.sql`AND EXISTS (${held} AND c."userId" = ${userId}::uuid)`
  return whose === 'nobody' ? Prisma.sql`AND NOT EXISTS (${held})` : Prisma.empty
}
