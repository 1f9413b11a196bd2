import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { CartPromotion } from './cart-view'
import { getCart } from './get-cart.server'

type SetPromoCodeInput = {
  cartId: string
  /** as it is compared; '' takes the code off */
  promoCode: string
  locale: Locale
}

const refusals = {
  unknown: 'promotion.unknown',
  used_up: 'promotion.usedUp',
  not_for_these: 'promotion.notForThese',
  outdone: 'promotion.outdone',
} as const

/**
 * Keeps the code of a promotion with the basket. Refuses, beside its field, one that takes nothing off what lies there now; the code that was there stays then. One that was taken
 * and stops applying when the basket changes stays too: the basket says so.
 */
export async function setPromoCode({ cartId, promoCode, locale }: SetPromoCodeInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.cart.update({ where: { id: cartId }, data: { promoCode: promoCode || null } })
    if (promoCode === '') return
    const { promotion } = await getCart({ cartIds: [cartId], locale, tx })
    if (promotion.problem) throw refusalOf(promotion.problem, locale)
  })
}

function refusalOf(problem: NonNullable<CartPromotion['problem']>, locale: Locale): Refusal {
  if (problem.kind === 'below')
    return new Refusal(
      'promotion.below',
      422,
      { amount: formatMoney(locale, problem.missingFen) },
      'promoCode',
    )
  return new Refusal(refusals[problem.kind], 422, {}, 'promoCode')
}
