import type { Actor } from '~/modules/auth/actor'
import type { ClaimView } from '~/modules/claims/claim-view'
import { findClaims } from '~/modules/claims/find-claims.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { changedFields } from './describe-field'
import { type Finding, findPreChecks } from './find-pre-checks.server'
import { asksToBeRead } from './pre-checks'
import { leastHours, type QueueFilter } from './queue-filters'
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
  /** what the rules found in one that waits */
  findings: Finding['kind'][]
  /** what she reads when she decides */
  version: number
  /** it may be approved without being opened */
  isClean: boolean
  /** who is on it now */
  claim: ClaimView | null
  /** she submitted it or sells it herself: somebody else decides */
  isHerOwn: boolean
}

type Row = {
  revisionId: string
  version: number
  sellerId: string
  content: unknown
  sellerZh: string
  sellerEn: string
  placeZh: string
  placeEn: string | null
  since: Date
  publishedAt: Date | null
  isTypedForHer: boolean
  isHerOwn: boolean
  before: unknown
}

const perPage = 30

/**
 * The listings of her region in one state: waiting ones longest first, answered ones newest first. A coordinator without a region, and every other region,
 * has none. Filters hold for those that wait. `hasMore` says whether another page follows.
 */
export async function findReviewQueue({
  actor,
  locale,
  state = 'submitted',
  whose = 'all',
  kind = 'all',
  age = 'all',
  page = 1,
}: {
  actor: Actor
  locale: Locale
  page?: number
} & Partial<QueueFilter>): Promise<{ listings: QueuedListing[]; hasMore: boolean }> {
  if (!actor.regionId) return { listings: [], hasMore: false }
  const direction = state === 'submitted' ? 1 : -1
  const [rows, now] = await inScope(actor, async (tx) => [
    await tx.$queryRaw<Row[]>`
      SELECT l.id AS "revisionId", l.version, l.content, s.id AS "sellerId", s."nameZh" AS "sellerZh", s."nameEn" AS "sellerEn", town."nameZh" AS "placeZh", town."nameEn" AS "placeEn",
        CASE WHEN ${state} = 'submitted' THEN l."submittedAt" ELSE l."reviewedAt" END AS since, p."publishedAt", e.content AS before,
        (l."submittedById" = ${actor.userId}::uuid OR s.id = ANY (${actor.sellerIds}::uuid[])) AS "isHerOwn",
        NOT EXISTS (SELECT 1 FROM "SellerPerson" sp JOIN "User" u ON u."personId" = sp."personId" WHERE sp."sellerId" = s.id AND u.id = l."submittedById") AS "isTypedForHer"
      FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" r ON r.id = s."regionId"
      JOIN "Region" town ON town.id = CASE WHEN r.level = 'village' THEN r."parentId" ELSE r.id END
      LEFT JOIN "WorkClaim" c ON c.queue = 'listing' AND c."subjectId" = l.id AND c."until" > app_now()
      LEFT JOIN LATERAL (SELECT v.content FROM "ListingEvent" v JOIN "ListingRevision" o ON o.id = v."revisionId"
        WHERE o."productId" = l."productId" AND v.state IN ('changes_requested', 'approved') ORDER BY v.id DESC LIMIT 1) e ON l.state = 'submitted'
      WHERE l.state = ${state}::"RevisionState" AND p.status <> 'withdrawn' AND ${actor.regionId}::uuid = ANY (r."ancestorIds")
        AND (${state} <> 'submitted' OR (
          CASE ${whose} WHEN 'mine' THEN c."userId" = ${actor.userId}::uuid WHEN 'nobody' THEN c."userId" IS NULL ELSE true END
          AND CASE ${kind} WHEN 'new' THEN p."publishedAt" IS NULL WHEN 'changed' THEN p."publishedAt" IS NOT NULL ELSE true END
          AND l."submittedAt" <= app_now() - make_interval(hours => ${leastHours[age]}::int)))
      ORDER BY ${direction}::int * extract(epoch FROM coalesce(CASE WHEN ${state} = 'submitted' THEN l."submittedAt" ELSE l."reviewedAt" END, l."createdAt")), l.id
      LIMIT ${perPage + 1} OFFSET ${(page - 1) * perPage}`,
    await appNow(tx),
  ])
  const shown = rows.slice(0, perPage)
  const [claims, findings] = await inScope(actor, async (tx) => [
    await findClaims(tx, { actor, queue: 'listing', subjectIds: shown.map(({ revisionId }) => revisionId) }),
    await findPreChecks(tx, state === 'submitted' ? shown.map(contentOf) : []),
  ])
  return {
    listings: shown.map((row) => ({
      ...listingView(row, now, locale),
      findings: (findings.get(row.revisionId) ?? []).map(({ kind }) => kind),
      isClean: !asksToBeRead(findings.get(row.revisionId) ?? [], ListingDraft.parse(row.content)),
      claim: claims.get(row.revisionId) ?? null,
    })),
    hasMore: rows.length > perPage,
  }
}

function contentOf({ revisionId, sellerId, content }: Row) {
  return { revisionId, sellerId, content: ListingDraft.parse(content) }
}

function listingView(
  row: Row,
  now: Date,
  locale: Locale,
): Omit<QueuedListing, 'claim' | 'findings' | 'isClean'> {
  const content = ListingDraft.parse(row.content)
  return {
    revisionId: row.revisionId,
    version: row.version,
    title: content.titleZh,
    sellerName: locale === 'en' ? row.sellerEn : row.sellerZh,
    place: (locale === 'en' && row.placeEn) || row.placeZh,
    waitedHours: Math.max(0, Math.floor((now.getTime() - row.since.getTime()) / 3_600_000)),
    isNew: row.publishedAt === null,
    isTypedForHer: row.isTypedForHer,
    isHerOwn: row.isHerOwn,
    changed: row.before === null ? null : changedSince(row, content),
  }
}

/** The shelf of a piece in the shop is counted elsewhere: its number in a listing says nothing. */
function changedSince({ before, publishedAt }: Row, content: ListingDraft): ListingField[] {
  const changed = changedFields(ListingDraft.parse(before), content)
  return publishedAt ? changed.filter((field) => field !== 'stock') : changed
}
