import type { UiLocale } from './ui-types'

/** `shop` drops the fen of whole yuan (¥368); `exact` never does (¥368.00): baskets, ledgers, studio and desk. */
export type PriceStyle = 'shop' | 'exact'

/** A sum in its written parts, so that the sign can be set smaller and lighter than the figures. */
export type PriceParts = { minus: string; sign: string; figures: string }

/** Splits an amount in fen (a safe integer) into sign and figures; refuses anything that is not whole fen. */
export function priceParts(amountFen: number, style: PriceStyle, locale: UiLocale): PriceParts {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not an amount in whole fen: ${amountFen}`)
  const size = Math.abs(amountFen)
  const fen = size % 100
  const yuan = String((size - fen) / 100).replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = style === 'shop' && fen === 0 ? '' : `.${String(fen).padStart(2, '0')}`
  return { minus: amountFen < 0 ? '−' : '', sign: locale === 'en' ? 'CN¥' : '¥', figures: yuan + cents }
}

/** The same as one string, for labels and sentences: ¥1,280 · CN¥368.00 · −¥12.00. */
export function formatFen(amountFen: number, style: PriceStyle, locale: UiLocale): string {
  const { minus, sign, figures } = priceParts(amountFen, style, locale)
  return minus + sign + figures
}
