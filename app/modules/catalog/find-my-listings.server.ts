import type { ProductStatus } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { pictureOf, pictureSelect } from '~/modules/media/picture'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import type { PhotoData } from '~/ui/photo'
import { findListingPhotos } from './listing-photos.server'
import { type ChangeReason, reasonOf } from './reasons'
import { ListingDraft } from './schema'
import { dictationState } from './spoken-words'

/** Where a piece of hers stands: what she has to do, what the coordinator types up or reads, what is in the shop. */
export type ListingStanding = 'changes' | 'typed' | 'draft' | 'typing' | 'reading' | 'on_sale' | 'paused'

export type MyListing = {
  productId: string
  /** '' while it has none */
  title: string
  sellerName: string
  photo: PhotoData | null
  standing: ListingStanding
  /** what the coordinator asked for, while standing is changes */
  reason: { code: ChangeReason; text: string } | null
  priceFen: number | null
  /** free pieces on the shelf; null when it is made to order or not on sale yet */
  left: number | null
  /** in the shop, and a change of it is being written or read */
  isChanging: boolean
}

const rowSelect = {
  id: true,
  status: true,
  publishedAt: true,
  fromPriceFen: true,
  seller: { select: { nameZh: true, nameEn: true } },
  texts: { where: { locale: 'zh-CN' }, select: { title: true } },
  pictures: { orderBy: { position: 'asc' }, take: 1, select: { media: { select: pictureSelect } } },
  variants: {
    where: { retiredAt: null },
    select: { stock: { select: { onHand: true, reserved: true } } },
  },
  revisions: {
    where: { state: { not: 'approved' } },
    select: {
      state: true,
      content: true,
      reasonCode: true,
      reasonText: true,
      dictation: { select: { typedAt: true, confirmedAt: true } },
    },
  },
} as const satisfies Prisma.ProductSelect

type Row = Prisma.ProductGetPayload<{ select: typeof rowSelect }>

const perPage = 30
/** more than she can have begun by hand and in tables */
const mostOpen = 400

/**
 * Her pieces: first all with something open (at most 400), then a page of those that just stand in the shop, newest first. `hasMore` says whether
 * another page follows.
 */
export async function findMyListings({
  actor,
  locale,
  page = 1,
}: {
  actor: Actor
  locale: Locale
  page?: number
}): Promise<{ open: MyListing[]; settled: MyListing[]; hasMore: boolean }> {
  const hers = { sellerId: { in: actor.sellerIds }, status: { not: 'withdrawn' } } as const
  const isOpen = { some: { state: { not: 'approved' } } } as const
  const orderBy = [
    { createdAt: 'desc' },
    { id: 'desc' },
  ] as const satisfies Prisma.ProductFindManyArgs['orderBy']
  const [open, settled] = await inScope(actor, async (tx) => [
    await tx.product.findMany({
      where: { ...hers, revisions: isOpen },
      orderBy: [...orderBy],
      take: mostOpen,
      select: rowSelect,
    }),
    await tx.product.findMany({
      where: { ...hers, NOT: { revisions: isOpen } },
      orderBy: [...orderBy],
      skip: (page - 1) * perPage,
      take: perPage + 1,
      select: rowSelect,
    }),
  ])
  const view = await viewer([...open, ...settled], locale)
  return {
    open: open.map(view),
    settled: settled.slice(0, perPage).map(view),
    hasMore: settled.length > perPage,
  }
}

async function viewer(rows: readonly Row[], locale: Locale): Promise<(row: Row) => MyListing> {
  const drafts = new Map(
    rows.flatMap((row) => row.revisions.map(({ content }) => [row.id, ListingDraft.parse(content)] as const)),
  )
  const photosOf = await findListingPhotos({ contents: [...drafts.values()], locale })
  return (row) => {
    const draft = drafts.get(row.id)
    const [open] = row.revisions
    const title = draft?.titleZh || row.texts[0]?.title || ''
    const hanging = row.pictures[0]?.media
    const shelves = row.variants.flatMap(({ stock }) => (stock ? [stock] : []))
    const standing = standingOf(row)
    return {
      productId: row.id,
      title,
      sellerName: locale === 'en' ? row.seller.nameEn : row.seller.nameZh,
      photo: (draft && photosOf(draft)[0]?.photo) ?? (hanging ? pictureOf(hanging, locale, title) : null),
      standing,
      reason:
        standing === 'changes' && open
          ? { code: reasonOf(open.reasonCode), text: open.reasonText ?? '' }
          : null,
      priceFen: draft ? draft.priceFen : row.fromPriceFen === null ? null : toSafeNumber(row.fromPriceFen),
      left:
        row.publishedAt && shelves.length > 0
          ? shelves.reduce((sum, { onHand, reserved }) => sum + onHand - reserved, 0)
          : null,
      isChanging: row.publishedAt !== null && open !== undefined,
    }
  }
}

const restingAs = {
  draft: 'draft',
  on_sale: 'on_sale',
  paused: 'paused',
  withdrawn: 'paused',
} as const satisfies Record<ProductStatus, ListingStanding>

function standingOf({ status, publishedAt, revisions: [open] }: Row): ListingStanding {
  const spoken = dictationState(open?.dictation ?? null)
  if (spoken === 'typed') return 'typed'
  if (spoken === 'waiting') return publishedAt === null ? 'typing' : restingAs[status]
  if (open?.state === 'changes_requested') return 'changes'
  if (open?.state === 'submitted' && publishedAt === null) return 'reading'
  return restingAs[status]
}
