import type { MakeMode, ProductStatus, SellerKind, SellerStatus } from '~/generated/prisma/enums'
import { togetherOf } from '~/modules/bases/together-sql.server'
import { isUnanswered } from '~/modules/catalog/unanswered-sql.server'
import { WishAnswers } from '~/modules/catalog/wishes'
import { promotionsSql, type ReadPromotion } from '~/modules/promotions/find-promotion.server'
import { type Making, makingDays } from '~/modules/rests/making-days'
import { queuedOfVariant } from '~/modules/rests/promise-sql.server'
import { type CommissionRule, commissionRuleSql } from '~/modules/settings/find-rules.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { type BrokerMandate, brokerMandateSql } from './find-broker.server'
import type { LineSpecification } from './schema'

/** One line of a cart with all that an order freezes. Amounts in fen. */
export type Goods = {
  variantId: string
  /** what the buyer answered to the maker's questions: then it is made for her alone */
  answers: WishAnswers
  quantity: number
  productStatus: ProductStatus
  retired: boolean
  /** a question that its maker needs answered by now is not */
  isUnanswered: boolean
  makeMode: MakeMode
  /** working days from payment, after what is promised already; null also when she takes no more */
  makeDays: number | null
  unitPriceFen: bigint | null
  stockItemId: string | null
  /** pieces neither sold nor held, as far as an unlocked look can tell; null for made to order */
  free: number | null
  slug: string
  serial: string
  makingMinutes: number | null
  titleZh: string
  titleEn: string | null
  materials: string
  variantZh: string | null
  variantEn: string | null
  mediaId: string | null
  sellerId: string
  /** the base by which it goes together with others, see `togetherOf` */
  togetherId: string | null
  craftId: string
  /** what decides whether it may go abroad, and what customs are told of it */
  shipsAbroad: boolean
  materialCodes: string[]
  weightGrams: number | null
  customs: LineSpecification['customs']
  sellerKind: SellerKind
  sellerStatus: SellerStatus
  /** the person behind an individual seller: who made it */
  makerId: string | null
  /** the commission that is taken of it now */
  rule: CommissionRule
  /** who sells for her today; null where she sells by herself */
  mandate: BrokerMandate | null
}

/** Made to order, or to the buyer's answers: no return without a reason, which she agrees to (Consumer Law art. 25). */
export function isMadeForHer({ makeMode, answers }: Pick<Goods, 'makeMode' | 'answers'>): boolean {
  return makeMode === 'made_to_order' || answers.length > 0
}

type GoodsRow = Omit<Goods, 'answers' | 'rule'> &
  Making & { answers: unknown; rule: CommissionRule | null; promotions: ReadPromotion[] }

/** The lines of a cart as they stand now, in the order of the basket, and the promotions that its code, or none, may bring. The caller has locked the cart. */
export async function findOrderGoods(
  tx: Tx,
  cartId: string,
): Promise<{ goods: Goods[]; promotions: ReadPromotion[] }> {
  const rows = await tx.$queryRaw<GoodsRow[]>`
    SELECT l."variantId", l.answers, l.quantity, p.status::text AS "productStatus", v."retiredAt" IS NOT NULL AS retired, ${isUnanswered} AS "isUnanswered",
      v."makeMode"::text AS "makeMode", v."makeDays", v."weeklyCapacity", ${queuedOfVariant} AS queued, t."unitPriceFen", s.id AS "stockItemId", s."onHand" - s.reserved AS free, p.slug, p.serial, p."makingMinutes",
      zh.title AS "titleZh", zh.materials, CASE WHEN en."reviewedAt" IS NOT NULL THEN en.title END AS "titleEn",
      v."nameZh" AS "variantZh", v."nameEn" AS "variantEn", pm."mediaId", p."sellerId", ${togetherOf(Prisma.sql`p."sellerId"`)} AS "togetherId", p."craftId", p."shipsAbroad", p."materialCodes", v."weightGrams",
      (SELECT jsonb_build_object('hsCode', c."hsCode", 'origin', c.origin, 'descriptionZh', c."descriptionZh", 'descriptionEn', c."descriptionEn")
        FROM "CustomsEntry" c WHERE (c."productId" = p.id OR c."craftId" = p."craftId") AND c."validFrom" <= app_now() AND (c."validTo" IS NULL OR c."validTo" > app_now()) ORDER BY c."productId" NULLS LAST LIMIT 1) AS customs, r.kind::text AS "sellerKind", r.status::text AS "sellerStatus",
      CASE WHEN r.kind = 'individual' THEN (SELECT sp."personId" FROM "SellerPerson" sp WHERE sp."sellerId" = r.id AND sp.role = 'owner'
        AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY sp."validFrom" LIMIT 1) END AS "makerId",
      (SELECT jsonb_build_object('id', c.id, 'bps', c.bps, 'taxBps', c."taxBps") FROM (${commissionRuleSql({ craftId: Prisma.sql`p."craftId"`, sellerKind: Prisma.sql`r.kind::text` })}) c) AS rule,
      ${brokerMandateSql(Prisma.sql`r.id`)} AS mandate,
      ${promotionsSql(Prisma.sql`(SELECT c."promoCode" FROM "Cart" c WHERE c.id = ${cartId}::uuid)`)} AS promotions
    FROM unnest(ARRAY(SELECT c FROM "CartLine" c WHERE c."cartId" = ${cartId}::uuid)) l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId" JOIN "Seller" r ON r.id = p."sellerId"
    JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en'
    LEFT JOIN "PriceTier" t ON t."variantId" = v.id AND t.channel = 'retail' AND t."minQuantity" = 1
    LEFT JOIN "StockItem" s ON s."variantId" = v.id
    LEFT JOIN "ProductMedia" pm ON pm."productId" = p.id AND pm.position = 0
    ORDER BY l."addedAt", l."variantId", l."answersKey"`
  const goods = rows.map(({ weeklyCapacity, queued, rule, promotions, ...goods }) => {
    if (!rule) throw new Error('no commission rule is valid now')
    return {
      ...goods,
      rule,
      answers: WishAnswers.parse(goods.answers),
      makeDays: makingDays({ ...goods, weeklyCapacity, queued }, goods.quantity),
    }
  })
  return { goods, promotions: rows[0]?.promotions ?? [] }
}
