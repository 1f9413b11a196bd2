import type { Actor } from '~/modules/auth/actor'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { findWageTerms } from './find-wage-terms.server'
import type { ListingPrice } from './listing-forms'
import { suggestionOf } from './listing-wage'
import { lockDraft, type OpenRevision, writeContent } from './lock-revision.server'
import type { ListingDraft } from './schema'

/**
 * Keeps price, way of making and count of her draft, complete or not. Prices of variants that the piece does not have are left out. Refuses a draft
 * that is being read and (409) a price over another page's: `version` is what she saw. `takesSuggested`: the price is the one that the wage she typed asks for, by the rules of now;
 * without hours or a wage it stays as typed.
 */
export async function saveListingPrice({
  actor,
  productId,
  version,
  price,
  takesSuggested = false,
}: {
  actor: Actor
  productId: string
  version: number
  price: ListingPrice
  takesSuggested?: boolean
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    const content = withPrice(draft, price)
    const priced = takesSuggested ? await atSuggestedPrice(tx, draft, content) : content
    await writeContent(tx, { actor, draft, version, content: priced })
  })
}

/** The form of a piece that has a shelf does not ask for its count: what stands there stays. */
function withPrice({ content, productStatus }: OpenRevision, typed: ListingPrice): ListingDraft {
  const { price, options, materialsCost, packing, hourlyWage, ...making } = typed
  const priced = content.options.map((option) => {
    const own = options.find(({ variantId }) => variantId === option.variantId)
    return own ? { ...option, priceFen: own.price } : option
  })
  const [first] = priced
  const costs = { materialsCostFen: materialsCost, packingFen: packing, hourlyWageFen: hourlyWage }
  const stock = making.stock ?? (productStatus === 'draft' ? null : content.stock)
  return { ...content, ...making, ...costs, stock, options: priced, priceFen: first ? first.priceFen : price }
}

async function atSuggestedPrice(tx: Tx, draft: OpenRevision, content: ListingDraft): Promise<ListingDraft> {
  const suggestion = suggestionOf(content, await findWageTerms(tx, draft))
  return suggestion ? { ...content, priceFen: toSafeNumber(suggestion.priceFen) } : content
}
