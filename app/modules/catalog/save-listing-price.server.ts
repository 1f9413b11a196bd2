import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import type { ListingPrice } from './listing-forms'
import { lockDraft, type OpenRevision, writeContent } from './lock-revision.server'
import type { ListingDraft } from './schema'

/**
 * Keeps price, way of making and count of her draft, complete or not. Prices of variants that the piece does not have are left out. Refuses a draft
 * that is being read and (409) a price over another page's: `version` is what she saw.
 */
export async function saveListingPrice({
  actor,
  productId,
  version,
  price,
}: {
  actor: Actor
  productId: string
  version: number
  price: ListingPrice
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    await writeContent(tx, { actor, draft, version, content: withPrice(draft, price) })
  })
}

/** The form of a piece that has a shelf does not ask for its count: what stands there stays. */
function withPrice({ content, productStatus }: OpenRevision, typed: ListingPrice): ListingDraft {
  const { price, options, ...making } = typed
  const priced = content.options.map((option) => {
    const own = options.find(({ variantId }) => variantId === option.variantId)
    return own ? { ...option, priceFen: own.price } : option
  })
  const [first] = priced
  const stock = making.stock ?? (productStatus === 'draft' ? null : content.stock)
  return { ...content, ...making, stock, options: priced, priceFen: first ? first.priceFen : price }
}
