import { classNames } from './class-names'
import { type PriceStyle, priceParts } from './format-fen'
import type { UiLocale } from './ui-types'

type PriceProps = {
  /** Amount in fen. */
  fen: number
  locale: UiLocale
  variant?: PriceStyle
  className?: string
}

/** A sum of money, unbroken, with a small sign. Crossed-out prices do not exist here. */
export function Price({ fen, locale, variant = 'shop', className }: PriceProps) {
  const { minus, sign, figures } = priceParts(fen, variant, locale)
  return (
    <span className={classNames('price', className)}>
      {minus}
      <span className="price-sign">{sign}</span>
      {figures}
    </span>
  )
}
