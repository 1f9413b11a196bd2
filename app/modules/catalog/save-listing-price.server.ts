import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { lockDraft, writeContent } from './lock-revision.server'
import type { ListingDraft, ListingPrice } from './schema'

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
    await writeContent(tx, { actor, draft, version, content: withPrice(draft.content, price) })
  })
}

function withPrice(content: ListingDraft, { price, options, ...making }: ListingPrice): ListingDraft {
  const priced = content.options.map((option) => {
    const typed = options.find(({ variantId }) => variantId === option.variantId)
    return typed ? { ...option, priceFen: typed.price } : option
  })
  const first = priced[0]
  return { ...content, ...making, options: priced, priceFen: first ? first.priceFen : price }
}
