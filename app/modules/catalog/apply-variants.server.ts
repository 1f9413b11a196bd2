import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import type { Tx } from '~/platform/db/prisma.server'
import { fromSafeNumber } from '~/platform/money'
import type { Approval } from './apply-listing.server'
import type { ListingContent } from './schema'

type Change = { approval: Approval; sellerId: string }

/** One variant as the listing wants it. `id` null = the one of a piece that has only one. */
type Wanted = {
  id: string | null
  row: ReturnType<typeof makingOf> & { nameZh: string | null; nameEn: string | null; position: number }
  priceFen: bigint
  stock: number | null
}

/**
 * Writes kinds, way of making, weight, prices and first stock of a listing's variants. A kind that the listing has no more is retired: orders keep it, and who has it in her basket
 * is told before she pays. Returns the lowest retail price, fen.
 */
export async function applyVariants(tx: Tx, { approval, sellerId }: Change): Promise<bigint> {
  const { productId, content, reviewerId } = approval
  const kept: string[] = []
  for (const one of wantedOf(content)) {
    const variantId = await writeVariant(tx, productId, one)
    kept.push(variantId)
    await writePrice(tx, variantId, one.priceFen)
    const { makeMode } = one.row
    const onHand = makeMode === 'one_of_a_kind' ? 1 : (one.stock ?? 0)
    if (makeMode !== 'made_to_order')
      await countFirstStock(tx, { variantId, sellerId, onHand, actorUserId: reviewerId })
  }
  await tx.variant.updateMany({
    where: { productId, retiredAt: null, id: { notIn: kept } },
    data: { retiredAt: approval.now },
  })
  const [least] = wantedOf(content)
    .map(({ priceFen }) => priceFen)
    .sort((a, b) => Number(a - b))
  return least ?? fromSafeNumber(content.priceFen)
}

function wantedOf(content: ListingContent): Wanted[] {
  const { options, makeDays, priceFen, stock } = content
  if (options.length === 0) {
    const row = { ...makingOf(content, makeDays), nameZh: null, nameEn: null, position: 0 }
    return [{ id: null, row, priceFen: fromSafeNumber(priceFen), stock }]
  }
  return options.map((option, position) => ({
    id: option.variantId,
    row: {
      ...makingOf(content, option.makeDays),
      nameZh: option.nameZh,
      nameEn: option.nameEn || null,
      position,
    },
    priceFen: fromSafeNumber(option.priceFen),
    stock: option.stock,
  }))
}

/** The database ties the days to made_to_order: what she typed for another way of making stays in her draft only. */
function makingOf({ makeMode, weeklyCapacity, weightGrams }: ListingContent, makeDays: number | null) {
  const isMade = makeMode === 'made_to_order'
  return {
    makeMode,
    makeDays: isMade ? makeDays : null,
    weeklyCapacity: isMade ? weeklyCapacity : null,
    weightGrams,
  }
}

const rowFields = [
  'nameZh',
  'nameEn',
  'position',
  'makeMode',
  'makeDays',
  'weeklyCapacity',
  'weightGrams',
] as const
const rowSelect = {
  id: true,
  nameZh: true,
  nameEn: true,
  position: true,
  makeMode: true,
  makeDays: true,
  weeklyCapacity: true,
  weightGrams: true,
} as const

/** Of a variant that is there only what differs is written. */
async function writeVariant(tx: Tx, productId: string, { id, row }: Wanted): Promise<string> {
  const known = await tx.variant.findFirst({
    where: { productId, retiredAt: null, ...(id ? { id } : {}) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: rowSelect,
  })
  if (!known) {
    const data = { ...(id ? { id } : {}), productId, ...row }
    const { id: made } = await tx.variant.create({ data, select: { id: true } })
    return made
  }
  if (rowFields.some((field) => known[field] !== row[field]))
    await tx.variant.update({ where: { id: known.id }, data: row, select: { id: true } })
  return known.id
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
  shelf: { variantId: string; sellerId: string; onHand: number; actorUserId: string },
): Promise<void> {
  const { variantId, sellerId, onHand, actorUserId } = shelf
  if (await tx.stockItem.findUnique({ where: { variantId }, select: { id: true } })) return
  const partyId = await findOrCreateParty(tx, { sellerId })
  const item = await tx.stockItem.create({
    data: { variantId, kind: 'piece', ownerPartyId: partyId, holderPartyId: partyId, onHand },
    select: { id: true },
  })
  if (onHand === 0) return
  await tx.stockMovement.create({
    data: { stockItemId: item.id, kind: 'count', quantity: onHand, actorUserId },
  })
}
