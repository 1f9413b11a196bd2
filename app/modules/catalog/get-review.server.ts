import type { RevisionState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { ClaimView } from '~/modules/claims/claim-view'
import { findClaims } from '~/modules/claims/find-claims.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { contentOfProduct } from './content-of-product.server'
import { changedFields } from './describe-field'
import { type FairPrice, findFairPrice } from './find-fair-price.server'
import { findPreChecks } from './find-pre-checks.server'
import { findReviewHistory, type ReviewStep } from './find-review-history.server'
import { findStaffName } from './find-staff-name.server'
import { findListingPhotos, type ListingPhotoView } from './listing-photos.server'
import { ListingDraft, type ListingField } from './schema'
import { type FindingView, showFindings } from './show-findings.server'

/** One state of a listing with its photos. */
type ListingSide = { content: ListingDraft; photos: ListingPhotoView[] }

/** A listing as the coordinator decides on it. */
export type Review = {
  revisionId: string
  state: RevisionState
  version: number
  /** it has never been in the shop before this listing */
  isFirst: boolean
  sellerName: string
  place: string
  live: { slug: string; serial: string } | null
  now: ListingSide
  /** what was last read, else what stands in the shop; null for a new piece */
  before: (ListingSide & { of: 'answer' | 'shop' }) | null
  changed: ListingField[]
  /** English stands in it that no coordinator has read yet */
  hasUnreadEnglish: boolean
  /** who typed it for the maker (代办); null when she did herself */
  typedBy: string | null
  isTypedForHer: boolean
  /** she submitted it or sells it herself: somebody else decides */
  isHerOwn: boolean
  /** who is on it now */
  claim: ClaimView | null
  /** what the rules found; of what is decided nothing is asked any more */
  findings: FindingView[]
  /** what its price brings, by the rules of today */
  fair: FairPrice
  /** what she said about it, when it is not in the shop yet */
  voice: { id: string; seconds: number } | null
  history: ReviewStep[]
}

const reviewSelect = {
  id: true,
  number: true,
  state: true,
  version: true,
  content: true,
  productId: true,
  submittedById: true,
  submittedBy: { select: { personId: true } },
  product: {
    select: {
      slug: true,
      serial: true,
      publishedAt: true,
      sellerId: true,
      seller: {
        select: {
          nameZh: true,
          nameEn: true,
          people: { select: { personId: true } },
          region: { select: placeSelect() },
        },
      },
    },
  },
} as const satisfies Prisma.ListingRevisionSelect

function placeSelect() {
  const names = { nameZh: true, nameEn: true } as const
  return { ...names, level: true, parent: { select: names } } as const
}

type Row = Prisma.ListingRevisionGetPayload<{ select: typeof reviewSelect }>

/** A revision of her region that was submitted at least once; every other one is not found. */
export async function getReview({
  actor,
  revisionId,
  locale,
}: {
  actor: Actor
  revisionId: string
  locale: Locale
}): Promise<Review> {
  const regionId = actor.regionId
  if (!regionId) throw notFound()
  return inScope(actor, async (tx) => {
    const row = await tx.listingRevision.findFirst({
      where: {
        id: revisionId,
        submittedAt: { not: null },
        product: { status: { not: 'withdrawn' }, seller: { region: { ancestorIds: { has: regionId } } } },
      },
      select: reviewSelect,
    })
    if (!row) throw notFound()
    const { history, shown, lastAnswered } = await findReviewHistory(tx, {
      revisionId,
      productId: row.productId,
    })
    const content = ListingDraft.parse(shown ?? row.content)
    const before = await findBefore(tx, row, content, lastAnswered)
    const photosOf = await findListingPhotos(
      { contents: before ? [content, before.content] : [content], locale },
      tx,
    )
    const claims = await findClaims(tx, { actor, queue: 'listing', subjectIds: [revisionId] })
    const typist = isTypedForHer(row) ? row.submittedById : null
    return {
      ...headOf(row, locale),
      now: { content, photos: photosOf(content) },
      before: before && { ...before, photos: photosOf(before.content) },
      changed: before ? changedFields(before.content, content) : [],
      hasUnreadEnglish: await hasUnreadEnglish(tx, row.productId, content),
      typedBy: typist && (await findStaffName(tx, typist)),
      isTypedForHer: typist !== null,
      isHerOwn: row.submittedById === actor.userId || actor.sellerIds.includes(row.product.sellerId),
      claim: claims.get(revisionId) ?? null,
      findings: row.state === 'submitted' ? await findFindings(tx, row, content, locale) : [],
      fair: await findFairPrice(
        { productId: row.productId, sellerId: row.product.sellerId, content, locale },
        tx,
      ),
      voice:
        row.state === 'submitted'
          ? await tx.voiceNote.findFirst({
              where: { productId: row.productId, approvedAt: null },
              select: { id: true, seconds: true },
            })
          : null,
      history,
    }
  })
}

async function findFindings(tx: Tx, { id, product }: Row, content: ListingDraft, locale: Locale) {
  const { sellerId } = product
  const found = await findPreChecks(tx, [{ revisionId: id, sellerId, content }])
  return showFindings(tx, { findings: found.get(id) ?? [], locale, titleZh: content.titleZh })
}

function headOf({ id, number, state, version, product }: Row, locale: Locale) {
  const { seller, publishedAt, slug, serial } = product
  const { region } = seller
  const town = region.level === 'village' && region.parent ? region.parent : region
  return {
    revisionId: id,
    state,
    version,
    isFirst: number === 1,
    sellerName: locale === 'en' ? seller.nameEn : seller.nameZh,
    place: (locale === 'en' && town.nameEn) || town.nameZh,
    live: publishedAt ? { slug, serial } : null,
  }
}

function isTypedForHer({ submittedBy, product }: Row): boolean {
  return (
    submittedBy !== null && product.seller.people.every(({ personId }) => personId !== submittedBy.personId)
  )
}

/** The last answer to this revision; else, for a piece in the shop, what stands there. An approved revision has become the shop. */
async function findBefore(tx: Tx, row: Row, now: ListingDraft, lastAnswered: unknown) {
  if (lastAnswered !== null) return { content: ListingDraft.parse(lastAnswered), of: 'answer' as const }
  if (!row.product.publishedAt || row.state === 'approved') return null
  const shop = await contentOfProduct(tx, row.productId)
  return { content: withoutShelves(shop, now), of: 'shop' as const }
}

/** What the shop shows, its shelves counted as in the listing: they are counted in the studio, and are no difference. */
function withoutShelves(shop: ListingDraft, now: ListingDraft): ListingDraft {
  return {
    ...shop,
    stock: shop.stock === null ? null : now.stock,
    options: shop.options.map((option) => {
      const own = now.options.find(({ variantId }) => variantId === option.variantId)
      return own && option.stock !== null ? { ...option, stock: own.stock } : option
    }),
  }
}

async function hasUnreadEnglish(tx: Tx, productId: string, content: ListingDraft): Promise<boolean> {
  if (content.titleEn === '') return false
  const read = await tx.productText.count({
    where: {
      productId,
      locale: 'en',
      reviewedAt: { not: null },
      title: content.titleEn,
      story: content.storyEn,
      materials: content.materialsEn,
      size: content.sizeEn || null,
      care: content.careEn || null,
    },
  })
  return read === 0
}
