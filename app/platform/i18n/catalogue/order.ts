import { checkout, checkoutEn } from './order/checkout'
import { find, findEn } from './order/find'
import { gift, giftEn } from './order/gift'
import { income, incomeEn } from './order/income'
import { page, pageEn } from './order/page'
import { payment, paymentEn } from './order/payment'
import { refusals, refusalsEn } from './order/refusals'
import { work, workEn } from './order/work'

/** Checkout, payment, following an order; the maker's parcels and her income. Chinese first, English beside it. */
export const order = {
  ...refusals,
  ...checkout,
  ...gift,
  ...payment,
  ...page,
  ...find,
  ...work,
  ...income,
} as const

export const orderEn: Record<keyof typeof order, string> = {
  ...refusalsEn,
  ...checkoutEn,
  ...giftEn,
  ...paymentEn,
  ...pageEn,
  ...findEn,
  ...workEn,
  ...incomeEn,
}
