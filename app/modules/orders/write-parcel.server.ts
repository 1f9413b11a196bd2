import type { WishAnswers } from '~/modules/catalog/wishes'
import { sharedOf } from '~/modules/ledger/line-money'
import { orderedIds } from '~/platform/db/in-parts'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { shareOf, taxWithin } from '~/platform/money'
import { type Broker, brokerOf } from './find-broker.server'
import { type Goods, isMadeForHer } from './find-order-goods.server'
import type { Wanted } from './hold-stock.server'
import type { LineToPay } from './line-to-pay'
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

/** Parts of an order that are to be written with more than themselves. */
export type ReadyParcels = {
  /** parts of a statement, to stand behind its WITH */
  sql: Prisma.Sql
  /** the pieces to hold */
  wanted: Wanted[]
  /** as a payment page names them, in the order of their ids */
  lines: LineToPay[]
  /** what the buyer answered to the makers' questions, to be written once the lines are there */
  answers: { orderLineId: string; answers: WishAnswers }[]
}

/**
 * The sellers' parts of an order with their lines, everything frozen: price, text, answers, promotion, commission with its tax on what is shared, a broker's cut, the maker. Parts of one statement, whatever the
 * number of parcels and lines.
 */
export async function readyParcels(
  tx: Tx,
  orderId: string,
  parcels: readonly Parcel[],
): Promise<ReadyParcels> {
  const goods = parcels.flatMap((parcel) => parcel.goods)
  const agreed = goods.some(isMadeForHer) ? await findMadeToOrderText(tx) : null
  const [parcelIds, lineIds, makerIds] = [parcels, goods, goods].map(({ length }) => orderedIds(length))
  const rows: object[] = []
  const lines: LineToPay[] = []
  for (const [at, parcel] of parcels.entries()) {
    const id = parcelIds?.[at] ?? ''
    const { sellerId, itemsFen, discountFen, postageFen, togetherId, postage } = parcel
    rows.push({ id, sellerId, itemsFen, discountFen, postageFen, togetherId, ...postage })
    const mandate = parcel.goods[0]?.mandate ?? null
    const frozen = {
      broker: mandate && (await brokerOf(tx, mandate)),
      agreed,
      isAbroad: 'postageRateId' in postage,
    }
    for (const one of parcel.goods) {
      const place = lines.length
      const ids = { id: lineIds?.[place] ?? '', makerRowId: makerIds?.[place] ?? '' }
      const line = { ...ids, sellerOrderId: id, ...lineOf(one, frozen) }
      lines.push(line)
    }
  }
  const sql = Prisma.sql`line AS (SELECT * FROM jsonb_to_recordset(${asJson(lines)}::jsonb) AS l(id uuid, "sellerOrderId" uuid, "variantId" uuid, "titleZh" text, "titleEn" text,
      specification jsonb, "makeMode" text, "makeDays" int, quantity int, "priceFen" bigint, "amountFen" bigint, "discountFen" bigint, "borneFen" bigint,
      "commissionRuleId" uuid, "commissionBps" int, "commissionFen" bigint, "commissionTaxFen" bigint, "brokerPartyId" uuid, "brokerBps" int, "brokerFen" bigint,
      "mediaId" uuid, "agreedTextId" uuid, "makerRowId" uuid, "makerId" uuid)),
    part AS (INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "discountFen", "postageFen", "togetherId", "postageRuleId", "postageRateId", "parcelGrams")
      SELECT id, ${orderId}::uuid, "sellerId", "itemsFen", "discountFen", "postageFen", "togetherId", "postageRuleId", "postageRateId", "parcelGrams"
      FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS p(id uuid, "sellerId" uuid, "itemsFen" bigint, "discountFen" bigint, "postageFen" bigint,
        "togetherId" uuid, "postageRuleId" uuid, "postageRateId" uuid, "parcelGrams" int) ORDER BY id RETURNING id, status),
    event AS (INSERT INTO "SellerOrderEvent" ("sellerOrderId", status, cause) SELECT id, status, 'buyer' FROM part),
    sold AS (INSERT INTO "OrderLine" (id, "sellerOrderId", "variantId", "titleZh", "titleEn", specification, "makeMode", "makeDays", quantity, "priceFen", "amountFen", "discountFen", "borneFen",
        "commissionRuleId", "commissionBps", "commissionFen", "commissionTaxFen", "brokerPartyId", "brokerBps", "brokerFen", "mediaId", "agreedTextId", "agreedAt")
      SELECT id, "sellerOrderId", "variantId", "titleZh", "titleEn", specification, "makeMode"::"MakeMode", "makeDays", quantity, "priceFen", "amountFen", "discountFen", "borneFen",
        "commissionRuleId", "commissionBps", "commissionFen", "commissionTaxFen", "brokerPartyId", "brokerBps", "brokerFen", "mediaId", "agreedTextId",
        CASE WHEN "agreedTextId" IS NOT NULL THEN app_now() END FROM line),
    maker AS (INSERT INTO "LineMaker" (id, "orderLineId", "personId", quantity, basis, rate) SELECT "makerRowId", id, "makerId", quantity, 'share', 10000 FROM line)`
  const answers = goods.flatMap(({ answers }, at) => {
    const orderLineId = lineIds?.[at] ?? ''
    return answers.length > 0 ? [{ orderLineId, answers }] : []
  })
  return { sql, wanted: goods.flatMap((one, at) => wantedOf(one, lineIds?.[at] ?? '')), lines, answers }
}

/** What a line freezes of its goods. */
function lineOf(
  one: PricedGoods,
  { broker, agreed, isAbroad }: { broker: Broker | null; agreed: string | null; isAbroad: boolean },
) {
  const amountFen = amountOf(one)
  const { discountFen, borneFen, rule, quantity } = one
  const sharedFen = sharedOf({ amountFen, discountFen, borneFen })
  const commissionFen = shareOf(sharedFen, rule.bps)
  const { variantId, titleZh, titleEn, makeMode, makeDays, mediaId, makerId } = one
  return {
    ...{ variantId, titleZh, titleEn, makeMode, makeDays, mediaId, makerId },
    ...{ quantity, amountFen, discountFen, borneFen, commissionFen },
    specification: specificationOf(one, isAbroad),
    priceFen: amountFen / BigInt(quantity),
    commissionRuleId: rule.id,
    commissionBps: rule.bps,
    commissionTaxFen: taxWithin(commissionFen, rule.taxBps),
    ...(broker && { ...broker, brokerFen: cutOf(sharedFen, commissionFen, broker.brokerBps) }),
    agreedTextId: isMadeForHer(one) ? agreed : null,
  }
}

/** Amounts as text: a number of JSON would lose the last digits of a large one. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

function wantedOf({ stockItemId, quantity, makeMode, titleZh }: Goods, orderLineId: string): Wanted[] {
  if (stockItemId) return [{ stockItemId, orderLineId, quantity }]
  if (makeMode !== 'made_to_order') throw new Refusal('order.soldOut', 409, { title: titleZh })
  return []
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
