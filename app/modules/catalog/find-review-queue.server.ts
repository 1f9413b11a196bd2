import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { changedFields } from './describe-field'
import type { QueueState } from './queue-states'
import { ListingDraft, type ListingField } from './schema'

/** One listing in the coordinator's queue. */
export type QueuedListing = {
  revisionId: string
  title: string
  sellerName: string
  /** the town where she works (the county where it is not known closer) */
  place: string
  /** hours since it came into this state */
  waitedHours: number
  /** never in the shop before */
  isNew: boolean
  /** somebody else typed and submitted it for the maker (代办) */
  isTypedForHer: boolean
  /** what differs from what was last read or approved; null when there was nothing before */
  changed: ListingField[] | null
}

type Row = {
  revisionId: string
  content: unknown
  sellerZh: string
  sellerEn: string
  placeZh: string
  placeEn: string | null
  since: Date
  publishedAt: Date | null
  isTypedForHer: boolean
  before: unknown
}

const perPage = 30

/**
 * The listings of her region in one state: waiting ones longest first, answered ones newest first. A coordinator without a region, and every other region,
 * has none. `hasMore` says whether another page follows.
 */
export async function findReviewQueue({
  actor,
  locale,
  state = 'submitted',
  page = 1,
}: {
  actor: Actor
  locale: Locale
  state?: QueueState
  page?: number
}): Promise<{ listings: QueuedListing[]; hasMore: boolean }> {
  if (!actor.regionId) return { listings: [], hasMore: false }
  const direction = state === 'submitted' ? 1 : -1
  const [rows, now] = await Promise.all([
    prisma.$queryRaw<Row[]>`
      SELECT l.id AS "revisionId", l.content, s."nameZh" AS "sellerZh", s."nameEn" AS "sellerEn", town."nameZh" AS "placeZh", town."nameEn" AS "placeEn",
        CASE WHEN ${state} = 'submitted' THEN l."submittedAt" ELSE l."reviewedAt" END AS since, p."publishedAt", e.content AS before,
        NOT EXISTS (SELECT 1 FROM "SellerPerson" sp JOIN "User" u ON u."personId" = sp."personId" WHERE sp."sellerId" = s.id AND u.id = l."submittedById") AS "isTypedForHer"
      FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" r ON r.id = s."regionId"
      JOIN "Region" town ON town.id = CASE WHEN r.level = 'village' THEN r."parentId" ELSE r.id END
      LEFT JOIN LATERAL (SELECT v.content FROM "ListingEvent" v JOIN "ListingRevision" o ON o.id = v."revisionId"
        WHERE o."productId" = l."productId" AND v.state IN ('changes_requested', 'approved') ORDER BY v.id DESC LIMIT 1) e ON l.state = 'submitted'
      WHERE l.state = ${state}::"RevisionState" AND p.status <> 'withdrawn' AND ${actor.regionId}::uuid = ANY (r."ancestorIds")
      ORDER BY ${direction}::int * extract(epoch FROM coalesce(CASE WHEN ${state} = 'submitted' THEN l."submittedAt" ELSE l."reviewedAt" END, l."createdAt")), l.id
      LIMIT ${perPage + 1} OFFSET ${(page - 1) * perPage}`,
    appNow(),
  ])
  return {
    listings: rows.slice(0, perPage).map((row) => listingView(row, now, locale)),
    hasMore: rows.length > perPage,
  }
}

function listingView(row: Row, now: Date, locale: Locale): QueuedListing {
  const content = ListingDraft.parse(row.content)
  return {
    revisionId: row.revisionId,
    title: content.titleZh,
    sellerName: locale === 'en' ? row.sellerEn : row.sellerZh,
    place: (locale === 'en' && row.placeEn) || row.placeZh,
    waitedHours: Math.max(0, Math.floor((now.getTime() - row.since.getTime()) / 3_600_000)),
    isNew: row.publishedAt === null,
    isTypedForHer: row.isTypedForHer,
    changed: row.before === null ? null : changedSince(row, content),
  }
}

/** The shelf of a piece in the shop is counted elsewhere: its number in a listing says nothing. */
function changedSince({ before, publishedAt }: Row, content: ListingDraft): ListingField[] {
  const changed = changedFields(ListingDraft.parse(before), content)
  return publishedAt ? changed.filter((field) => field !== 'stock') : changed
}
