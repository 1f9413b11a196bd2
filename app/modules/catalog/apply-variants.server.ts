import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import type { Tx } from '~/platform/db/prisma.server'
import { fromSafeNumber } from '~/platform/money'
import type { Approval } from './apply-listing.server'
import type { ListingContent, ListingDraft } from './schema'

type Change = { approval: Approval; before: ListingDraft; sellerId: string }

/** Writes way of making, weight, prices and first stock of a listing's variants. Returns the lowest retail price, fen. */
export async function applyVariants(tx: Tx, { approval, before, sellerId }: Change): Promise<bigint> {
  const { productId, content } = approval
  const variants = await findVariants(tx, productId, content, before)
  for (const { id, priceFen } of variants) {
    await writePrice(tx, id, priceFen)
    await countFirstStock(tx, { variantId: id, sellerId, content, actorUserId: approval.reviewerId })
  }
  const [least] = variants.map(({ priceFen }) => priceFen).sort((a, b) => Number(a - b))
  return least ?? fromSafeNumber(content.priceFen)
}

type Priced = { id: string; priceFen: bigint }

async function findVariants(
  tx: Tx,
  productId: string,
  content: ListingContent,
  before: ListingDraft,
): Promise<Priced[]> {
  const making = makingOf(content)
  const rows = await tx.variant.findMany({
    where: { productId, retiredAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const labelFen = fromSafeNumber(content.priceFen)
  if (rows.length === 0) {
    const row = await tx.variant.create({ data: { productId, ...making }, select: { id: true } })
    return [{ id: row.id, priceFen: labelFen }]
  }
  if (JSON.stringify(making) !== JSON.stringify(makingOf(before)))
    await tx.variant.updateMany({ where: { productId, retiredAt: null }, data: making })
  return rows.map(({ id }) => {
    const option = content.options.find(({ variantId }) => variantId === id)
    return { id, priceFen: option ? fromSafeNumber(option.priceFen) : labelFen }
  })
}

/** The database ties the days to made_to_order: what she typed for another way of making stays in her draft only. */
function makingOf({ makeMode, makeDays, weeklyCapacity, weightGrams }: ListingDraft | ListingContent) {
  const isMade = makeMode === 'made_to_order'
  return {
    makeMode: makeMode ?? 'stock',
    makeDays: isMade ? makeDays : null,
    weeklyCapacity: isMade ? weeklyCapacity : null,
    weightGrams,
  }
}

async function writePrice(tx: Tx, variantId: string, unitPriceFen: bigint): Promise<void> {
  await tx.priceTier.upsert({
    where: { variantId_channel_minQuantity: { variantId, channel: 'retail', minQuantity: 1 } },
    update: { unitPriceFen },
    create: { variantId, unitPriceFen },
  })
}

/** A variant gets its shelf once: from then on sales and her own counts move it, never a listing. */
async function countFirstStock(
  tx: Tx,
  shelf: { variantId: string; sellerId: string; content: ListingContent; actorUserId: string },
): Promise<void> {
  const { variantId, sellerId, content, actorUserId } = shelf
  if (content.makeMode === 'made_to_order') return
  if (await tx.stockItem.findUnique({ where: { variantId }, select: { id: true } })) return
  const partyId = await findOrCreateParty(tx, { sellerId })
  const onHand = content.makeMode === 'one_of_a_kind' ? 1 : (content.stock ?? 0)
  const item = await tx.stockItem.create({
    data: { variantId, kind: 'piece', ownerPartyId: partyId, holderPartyId: partyId, onHand },
    select: { id: true },
  })
  if (onHand === 0) return
  await tx.stockMovement.create({
    data: { stockItemId: item.id, kind: 'count', quantity: onHand, actorUserId },
  })
}
