import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { findWageTerms } from './find-wage-terms.server'
import type { ListingPrice, PriceIntent } from './listing-forms'
import { listingLimits } from './listing-limits'
import { suggestionOf } from './listing-wage'
import { lockDraft, type OpenRevision, writeContent } from './lock-revision.server'
import type { ListingDraft, ListingOption } from './schema'
import { typedKinds } from './typed-kinds'

const keeps: PriceIntent = { act: null, without: null, goesOn: false }

/**
 * Keeps price, way of making, count and kinds of her draft, complete or not. Kinds that the draft does not have are left out, and rows in which nothing stands. Refuses a draft
 * that is being read, (409) a price over another page's: `version` is what she saw, and a thirteenth kind. `suggest`: the price is the one that the wage she typed asks for, by the rules of
 * now; without hours or a wage it stays as typed.
 */
export async function saveListingPrice({
  actor,
  productId,
  version,
  price,
  intent = keeps,
}: {
  actor: Actor
  productId: string
  version: number
  price: ListingPrice
  intent?: PriceIntent
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    const content = withPrice(draft, price, intent)
    const changed =
      intent.act === 'suggest'
        ? await atSuggestedPrice(tx, draft, content)
        : intent.act === 'kind'
          ? await withKind(tx, draft, content)
          : content
    await writeContent(tx, { actor, draft, version, content: changed })
  })
}

/** The form of a piece that has a shelf does not ask for its count: what stands there stays. */
function withPrice(
  { content, productStatus }: OpenRevision,
  typed: ListingPrice,
  intent: PriceIntent,
): ListingDraft {
  const { price, options, materialsCost, packing, hourlyWage, ...making } = typed
  const kinds = typedKinds(content.options, options, intent.without)
  const [first] = kinds
  const costs = { materialsCostFen: materialsCost, packingFen: packing, hourlyWageFen: hourlyWage }
  const stock = making.stock ?? (productStatus === 'draft' ? null : content.stock)
  const shared = { ...content, ...making, ...costs, options: kinds }
  // the last kind that was taken out leaves its price behind
  const [last] = content.options
  if (!first) return { ...shared, stock, priceFen: last ? last.priceFen : price }
  return { ...shared, stock: first.stock, makeDays: first.makeDays, priceFen: first.priceFen }
}

async function atSuggestedPrice(tx: Tx, draft: OpenRevision, content: ListingDraft): Promise<ListingDraft> {
  const suggestion = suggestionOf(content, await findWageTerms(tx, draft))
  return suggestion ? { ...content, priceFen: toSafeNumber(suggestion.priceFen) } : content
}

/** A row for another kind. The first time there are two: the piece as it is now, which keeps its shelf and its place in baskets, and the new one. */
async function withKind(tx: Tx, { productId }: OpenRevision, content: ListingDraft): Promise<ListingDraft> {
  const { options, priceFen, stock, makeDays } = content
  const { max } = listingLimits.kinds
  if (options.length >= max) throw new Refusal('studio.kindsFull', 422, { max })
  const added = emptyKind(crypto.randomUUID())
  if (options.length > 0) return { ...content, options: [...options, added] }
  const only = await tx.variant.findFirst({
    where: { productId, retiredAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const present = { ...emptyKind(only?.id ?? crypto.randomUUID()), priceFen, stock, makeDays }
  return { ...content, options: [present, added] }
}

function emptyKind(variantId: string): ListingOption {
  return { variantId, nameZh: '', nameEn: '', priceFen: null, stock: null, makeDays: null }
}
