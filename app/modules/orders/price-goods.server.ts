import type { Prisma } from '~/generated/prisma/client'
import { choosePromotion, type ReadPromotion } from '~/modules/promotions/find-promotion.server'
import { lockUse } from '~/modules/promotions/take-use.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { BuyerMarks } from './assert-within-caps.server'
import type { Goods } from './find-order-goods.server'
import { amountOf, type PricedGoods } from './write-parcel.server'

type Input = { promoCode: string | null; promotions: readonly ReadPromotion[]; marks: BuyerMarks }

type Priced = {
  goods: PricedGoods[]
  promotionUse: Prisma.PromotionUseUncheckedCreateWithoutOrderInput | null
}

/**
 * The goods of an order with the promotion that they get now, its use locked for this order. Refuses a code that this buyer has used as often as she may, and one that was used up since the
 * page was shown; one that applied by itself is then a changed price.
 */
export async function priceGoods(
  tx: Tx,
  { promoCode, promotions, marks }: Input,
  goods: readonly Goods[],
): Promise<Priced> {
  const { promotion } = choosePromotion(promotions, {
    goods: goods.map((one) => ({ ...one, amountFen: amountOf(one) })),
    code: promoCode,
  })
  if (!promotion) return { goods: goods.map((one) => ({ ...one, ...none })), promotionUse: null }
  const use = { promotionId: promotion.id, phoneIndex: marks.phoneIndex, buyerPartyId: marks.partyId }
  const answer = await lockUse(tx, use)
  if (answer === 'used_by_buyer') throw new Refusal('promotion.usedByYou', 409, {}, 'promoCode')
  if (answer === 'used_up')
    throw promotion.code
      ? new Refusal('promotion.usedUp', 409, {}, 'promoCode')
      : new Refusal('order.changed', 409)
  const isHers = promotion.bearer === 'seller'
  return {
    goods: goods.map((one, at) => {
      const discountFen = promotion.discounts[at] ?? 0n
      return { ...one, discountFen, borneFen: isHers ? 0n : discountFen }
    }),
    promotionUse: use,
  }
}

const none = { discountFen: 0n, borneFen: 0n }
