import { Price } from './price'
import type { TextLink, UiLocale } from './ui-types'

type BuyBarProps = { priceFen: number; includes: string; locale: UiLocale; action: TextLink }

/**
 * The buying bar at the foot of a phone's screen. It leads to the form ("#buy") rather than repeating it, so colour
 * and quantity are chosen first. Last child of the product page, outside `.wrap`.
 */
export function BuyBar({ priceFen, includes, locale, action }: BuyBarProps) {
  return (
    <div className="buy-bar">
      <p className="buy-bar-price">
        <Price fen={priceFen} locale={locale} />
        <span>{includes}</span>
      </p>
      <a className="btn btn-seal" href={action.href}>
        <span className="btn-words">{action.text}</span>
      </a>
    </div>
  )
}
