import { sharedOf } from '~/modules/ledger/line-money'
import { findCommissionRule } from '~/modules/settings/find-rules.server'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { shareOf, taxWithin } from '~/platform/money'
import { findBroker } from './find-broker.server'
import { type Goods, isMadeForHer } from './find-order-goods.server'
import type { Wanted } from './hold-stock.server'
import type { LineSpecification } from './schema'

/** Goods with what a promotion takes off them, and which part of that is not the maker's to bear. Fen. */
export type PricedGoods = Goods & { discountFen: bigint; borneFen: bigint }

export type Parcel = {
  sellerId: string
  goods: PricedGoods[]
  itemsFen: bigint
  discountFen: bigint
  postageFen: bigint
  /** the base by which it goes together with others of the order, for one postage; null: alone */
  togetherId: string | null
  /** by which rule inside the mainland, or by which rate and weight abroad */
  postage: { postageRuleId: string } | { postageRateId: string; parcelGrams: number }
}

export function amountOf(goods: Goods): bigint {
  return (goods.unitPriceFen ?? 0n) * BigInt(goods.quantity)
}

/**
 * One seller's part of an order with its lines, everything frozen: price, text, answers, promotion, commission with its tax on what is shared, her broker's cut, the maker. Answers the pieces to hold.
 */
export async function writeParcel(tx: Tx, orderId: string, parcel: Parcel): Promise<Wanted[]> {
  const isAbroad = 'postageRateId' in parcel.postage
  const broker = await findBroker(tx, parcel.sellerId)
  const agreed = parcel.goods.some(isMadeForHer) ? await findMadeToOrderText(tx) : null
  const sellerOrder = await tx.sellerOrder.create({
    data: {
      orderId,
      sellerId: parcel.sellerId,
      itemsFen: parcel.itemsFen,
      discountFen: parcel.discountFen,
      postageFen: parcel.postageFen,
      togetherId: parcel.togetherId,
      ...parcel.postage,
      events: { create: [{ status: 'pending_payment', cause: 'buyer' }] },
    },
    select: { id: true },
  })
  const wanted: Wanted[] = []
  for (const one of parcel.goods) {
    const amountFen = amountOf(one)
    const { discountFen, borneFen } = one
    const sharedFen = sharedOf({ amountFen, discountFen, borneFen })
    const rule = await findCommissionRule(tx, one)
    const commissionFen = shareOf(sharedFen, rule.bps)
    const line = await tx.orderLine.create({
      data: {
        sellerOrderId: sellerOrder.id,
        variantId: one.variantId,
        titleZh: one.titleZh,
        titleEn: one.titleEn,
        specification: specificationOf(one, isAbroad),
        ...(one.answers.length > 0 ? { said: { create: { answers: one.answers } } } : {}),
        makeMode: one.makeMode,
        makeDays: one.makeDays,
        quantity: one.quantity,
        priceFen: amountFen / BigInt(one.quantity),
        amountFen,
        discountFen,
        borneFen,
        commissionRuleId: rule.id,
        commissionBps: rule.bps,
        commissionFen,
        commissionTaxFen: taxWithin(commissionFen, rule.taxBps),
        ...(broker ? { ...broker, brokerFen: cutOf(sharedFen, commissionFen, broker.brokerBps) } : {}),
        mediaId: one.mediaId,
        ...(isMadeForHer(one) && agreed ? { agreedTextId: agreed, agreedAt: await appNow(tx) } : {}),
        makers: {
          create: [{ personId: one.makerId, quantity: one.quantity, basis: 'share', rate: 10_000n }],
        },
      },
      select: { id: true },
    })
    if (one.stockItemId)
      wanted.push({ stockItemId: one.stockItemId, orderLineId: line.id, quantity: one.quantity })
    else if (one.makeMode !== 'made_to_order') throw new Refusal('order.soldOut', 409, { title: one.titleZh })
  }
  return wanted
}

/** What customs are told of it is frozen with what goes abroad. */
function specificationOf(goods: Goods, isAbroad: boolean): LineSpecification {
  const { variantZh, variantEn, serial, slug, materials, makingMinutes, customs, weightGrams } = goods
  const told = isAbroad ? { customs, weightGrams } : { customs: null, weightGrams: null }
  return { variantZh, variantEn, serial, slug, materials, makingMinutes, ...told }
}

/** The broker's cut of a line; never more than what the commission leaves. */
function cutOf(sharedFen: bigint, commissionFen: bigint, bps: number): bigint {
  const cut = shareOf(sharedFen, bps)
  const rest = sharedFen - commissionFen
  if (cut > rest) return rest
  return cut
}

/** The text in force that says what ordering a made-to-order piece means. */
async function findMadeToOrderText(tx: Tx): Promise<string> {
  const [text] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "TextVersion" WHERE kind = 'made_to_order' AND locale = 'zh-CN' AND "validFrom" <= app_now() ORDER BY version DESC LIMIT 1`
  if (!text) throw new Error('the made-to-order text is missing')
  return text.id
}
