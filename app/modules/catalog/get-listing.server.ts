import type { MakeMode, ProductStatus, RevisionState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { speak } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { contentOfProduct } from './content-of-product.server'
import { findFaults, type ListingFault } from './find-faults'
import { findLacking } from './find-lacking.server'
import { findStaffName } from './find-staff-name.server'
import { findWageTerms } from './find-wage-terms.server'
import { hasVoice } from './has-voice.server'
import { findListingPhotos, type ListingPhotoView } from './listing-photos.server'
import { isLowWage } from './listing-wage'
import { type ChangeReason, reasonOf } from './reasons'
import { ListingDraft } from './schema'
import { type DictationState, dictationState } from './spoken-words'
import { isWritable } from './status'

/** What is written and not approved yet. */
export type OpenListing = {
  state: Exclude<RevisionState, 'approved'>
  version: number
  /** the version at which something other than its photos changed last: what the forms of words and price were filled from */
  written: number
  /** what it still lacks; none when it may be submitted */
  faults: (Omit<ListingFault, 'message'> & { text: string })[]
  /** what the coordinator asked for, in state changes_requested */
  reason: { code: ChangeReason; text: string; by: string | null; at: string } | null
  submittedAt: string | null
  /** handed in spoken: it waits to be typed up, or for her to read it */
  dictation: DictationState | null
}

/** Pieces of a variant on her shelf. */
export type Shelf = {
  variantId: string
  name: string | null
  makeMode: MakeMode
  onHand: number
  reserved: number
}

/** A piece as her studio shows it: what is open, else what stands in the shop. */
export type ListingView = {
  productId: string
  sellerId: string
  sellerName: string
  status: ProductStatus
  /** address and number in the shop, once it has been there */
  live: { slug: string; serial: string } | null
  open: OpenListing | null
  content: ListingDraft
  photos: ListingPhotoView[]
  shelves: Shelf[]
  /** she has spoken about it */
  hasVoice: boolean
}

const listingSelect = {
  id: true,
  status: true,
  slug: true,
  serial: true,
  publishedAt: true,
  sellerId: true,
  _count: { select: { pictures: true } },
  seller: { select: { nameZh: true, nameEn: true } },
  revisions: {
    where: { state: { not: 'approved' } },
    select: {
      state: true,
      version: true,
      written: true,
      content: true,
      reasonCode: true,
      reasonText: true,
      reviewedById: true,
      reviewedAt: true,
      submittedAt: true,
      dictation: { select: { typedAt: true, confirmedAt: true } },
    },
  },
  variants: {
    where: { retiredAt: null, stock: { isNot: null } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      makeMode: true,
      stock: { select: { onHand: true, reserved: true } },
    },
  },
} as const satisfies Prisma.ProductSelect

type Row = Prisma.ProductGetPayload<{ select: typeof listingSelect }>
type Revision = Row['revisions'][number]

/** One piece of hers (or of a seller she writes for). Somebody else's, or one put away, is not found. */
export async function getListing({
  actor,
  productId,
  locale,
}: {
  actor: Actor
  productId: string
  locale: Locale
}): Promise<ListingView> {
  return inScope(actor, async (tx) => {
    const row = await tx.product.findFirst({
      where: { id: productId, sellerId: { in: actor.sellerIds }, status: { not: 'withdrawn' } },
      select: listingSelect,
    })
    if (!row) throw notFound()
    const [revision] = row.revisions
    const content = revision ? ListingDraft.parse(revision.content) : await contentOfProduct(tx, productId)
    const photosOf = await findListingPhotos({ contents: [content], locale }, tx)
    const wageTerms = await findWageTerms(tx, { productId, sellerId: row.sellerId })
    const isSpoken = await hasVoice(tx, productId)
    const lacking = await findLacking(tx, { productId, content }, locale)
    const by = revision?.reviewedById ? await findStaffName(tx, revision.reviewedById) : null
    return {
      productId,
      sellerId: row.sellerId,
      sellerName: locale === 'en' ? row.seller.nameEn : row.seller.nameZh,
      status: row.status,
      live: row.publishedAt ? { slug: row.slug, serial: row.serial } : null,
      open: revision
        ? openView(revision, content, {
            by,
            locale,
            shown: shownOf(row),
            isLowWage: isLowWage(content, wageTerms),
            hasVoice: isSpoken,
            lacking,
          })
        : null,
      content,
      photos: photosOf(content),
      shelves: row.variants.flatMap((variant) => shelfView(variant, locale)),
      hasVoice: isSpoken,
    }
  })
}

/** Photos that the shop shows of it now. */
function shownOf({
  publishedAt,
  _count,
}: {
  publishedAt: Date | null
  _count: { pictures: number }
}): number {
  return publishedAt ? _count.pictures : 0
}

function openView(
  revision: Revision,
  content: ListingDraft,
  {
    by,
    locale,
    ...judged
  }: {
    by: string | null
    locale: Locale
    shown: number
    isLowWage: boolean
    hasVoice: boolean
    lacking: readonly string[]
  },
): OpenListing | null {
  const { state, version, written, reviewedAt, submittedAt } = revision
  if (state === 'approved') return null
  const t = translator(locale)
  return {
    state,
    version,
    written,
    faults: findFaults(content, judged).map(({ message, ...fault }) => ({
      ...fault,
      text: speak(t, message),
    })),
    reason:
      state === 'changes_requested' && reviewedAt
        ? {
            code: reasonOf(revision.reasonCode),
            text: revision.reasonText ?? '',
            by,
            at: formatInstant(locale, reviewedAt),
          }
        : null,
    submittedAt: submittedAt && formatInstant(locale, submittedAt),
    dictation: isWritable(state) ? dictationState(revision.dictation) : null,
  }
}

function shelfView(
  { id, nameZh, nameEn, makeMode, stock }: Row['variants'][number],
  locale: Locale,
): Shelf[] {
  if (!stock || makeMode === 'made_to_order') return []
  const name = (locale === 'en' && nameEn) || nameZh
  return [{ variantId: id, name, makeMode, ...stock }]
}
