import { type Alike, findAlike } from '~/modules/media/find-alike.server'
import type { Tx } from '~/platform/db/prisma.server'
import { findUsualPrices } from './find-usual-prices.server'
import { lowestPriceOf } from './listing-wage'
import { findPriceFinding, findWordFindings, type PriceFinding, type WordFinding } from './pre-checks'
import type { ListingDraft } from './schema'

/** What the rules find in a listing before anybody reads it. It is for her to judge: nothing is refused by it. */
export type Finding = WordFinding | PriceFinding | ({ kind: 'alike' } & Alike)

type Listing = { revisionId: string; sellerId: string; content: ListingDraft }

/** The findings of each listing by its revision; an empty list where there are none. */
export async function findPreChecks(tx: Tx, listings: readonly Listing[]): Promise<Map<string, Finding[]>> {
  const usual = await findUsualPrices(
    tx,
    listings.flatMap(({ content }) => content.craftCode ?? []),
  )
  const alike = await findAlike(
    tx,
    listings.flatMap(({ sellerId, content }) => content.photos.map(({ mediaId }) => ({ mediaId, sellerId }))),
  )
  return new Map(
    listings.map(({ revisionId, content }) => {
      const price = findPriceFinding(lowestPriceOf(content), usual.get(content.craftCode ?? '') ?? null)
      const photos = new Set(content.photos.map(({ mediaId }) => mediaId))
      return [
        revisionId,
        [
          ...findWordFindings(content),
          ...(price ? [price] : []),
          ...alike.flatMap((one) => (photos.has(one.mediaId) ? [{ kind: 'alike' as const, ...one }] : [])),
        ],
      ]
    }),
  )
}
