import type { Actor } from '~/modules/auth/actor'
import { findNewestVoices } from '~/modules/catalog/find-newest-voices.server'
import { findSellerNames } from '~/modules/catalog/find-seller-names.server'
import { findListingPhotos } from '~/modules/catalog/listing-photos.server'
import { ListingDraft } from '~/modules/catalog/schema'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PocketContents } from './pocket-view'
import { viewDraft } from './view-draft.server'

/** as many as one seller may have unfinished */
const most = 30

/** What a device takes along when it meets the shop: for whom she lists, and the drafts that she may write in now, newest first. */
export async function findPocket({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<Omit<PocketContents, 'seal'>> {
  const sellers = await findSellerNames({ actor, locale })
  const rows = await inScope(actor, (tx) =>
    tx.product.findMany({
      where: {
        sellerId: { in: sellers.map(({ id }) => id) },
        status: { not: 'withdrawn' },
        revisions: { some: { state: { in: ['draft', 'changes_requested'] } } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: most,
      select: {
        id: true,
        sellerId: true,
        publishedAt: true,
        revisions: { where: { state: { not: 'approved' } }, select: { content: true } },
      },
    }),
  )
  const drafts = rows.flatMap(({ id, sellerId, publishedAt, revisions: [open] }) =>
    open ? [{ id, sellerId, isLive: publishedAt !== null, content: ListingDraft.parse(open.content) }] : [],
  )
  const [photosOf, voices] = await Promise.all([
    findListingPhotos({ contents: drafts.map(({ content }) => content), locale }),
    findNewestVoices({ actor, productIds: drafts.map(({ id }) => id) }),
  ])
  return {
    owner: actor.userId,
    sellers,
    drafts: drafts.map((draft) =>
      viewDraft({ ...draft, photos: photosOf(draft.content), said: voices.get(draft.id) ?? null }),
    ),
  }
}
