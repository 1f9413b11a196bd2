import type { MakeMode } from '~/generated/prisma/enums'
import { type Availability, availabilityOf, mostOf } from '~/modules/search/availability'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import type { MessageKey } from '~/platform/i18n/translate'

/** A question of its maker to whoever wants it. */
export type AskedWish = {
  id: string
  labelZh: string
  labelEn: string | null
  maxLength: number
  isRequired: boolean
}

/** A variant as it can be had at this moment, with what its maker asks, in her order. */
export type Offer = {
  slug: string
  availability: Availability
  most: number
  priceFen: bigint
  wishes: AskedWish[]
}

type OfferRow = {
  slug: string
  makeMode: MakeMode
  makeDays: number | null
  free: number
  isOffered: boolean
  priceFen: bigint | null
  wishes: AskedWish[]
}

/** What a variant offers now. Refuses an id that is none (404) and a piece that is not on sale any more, in the words of `offSale`. */
export async function getOffer(
  tx: Tx,
  variantId: string,
  offSale: MessageKey = 'shop.refusedNotOnSale',
): Promise<Offer> {
  const [row] = await tx.$queryRaw<OfferRow[]>`
    SELECT p.slug, v."makeMode"::text AS "makeMode", v."makeDays", greatest(coalesce(i."onHand" - i.reserved, 0), 0) AS free,
      p.status = 'on_sale' AND s.status = 'active' AND v."retiredAt" IS NULL AND t.id IS NOT NULL AS "isOffered", t."unitPriceFen" AS "priceFen",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'labelZh', w."labelZh", 'labelEn', w."labelEn", 'maxLength', w."maxLength", 'isRequired', w."isRequired") ORDER BY w.position), '[]')
        FROM "Wish" w WHERE w."productId" = p.id) AS wishes
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId" JOIN "Seller" s ON s.id = p."sellerId"
    LEFT JOIN "StockItem" i ON i."variantId" = v.id
    LEFT JOIN "PriceTier" t ON t."variantId" = v.id AND t.channel = 'retail' AND t."minQuantity" = 1
    WHERE v.id = ${variantId}::uuid AND p."publishedAt" IS NOT NULL`
  if (!row) throw notFound()
  if (!row.isOffered || row.priceFen === null) throw new Refusal(offSale, 409)
  const availability = availabilityOfVariant(row.makeMode, row.free, row.makeDays)
  const { slug, priceFen, wishes } = row
  return { slug, availability, most: mostOf(availability), priceFen, wishes }
}

/** Availability of one variant: of its kind alone. */
export function availabilityOfVariant(mode: MakeMode, free: number, days: number | null): Availability {
  return availabilityOf({
    ready: mode === 'stock' ? free : 0,
    unique: mode === 'one_of_a_kind' ? free : 0,
    days: mode === 'made_to_order' ? days : null,
  })
}
