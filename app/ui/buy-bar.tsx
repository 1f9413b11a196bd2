import { Price } from './price'
import type { TextLink, UiLocale } from './ui-types'

/** One of these is shown: that of the kind which is chosen. */
type BarPrice = { id: string; priceFen: number; includes: string; isShown: boolean }

type BuyBarProps = { prices: readonly BarPrice[]; locale: UiLocale; action: TextLink }

/**
 * The buying bar at the foot of a phone's screen. It leads to the form ("#buy") rather than repeating it, so colour
 * and quantity are chosen first. Last child of the product page, outside `.wrap`.
 */
export function BuyBar({ prices, locale, action }: BuyBarProps) {
  return (
    <div className="buy-bar">
      {prices.map(({ id, priceFen, includes, isShown }) => (
        <p key={id} className="buy-bar-price" data-kind={id} hidden={!isShown}>
          <Price fen={priceFen} locale={locale} />
          <span>{includes}</span>
        </p>
      ))}
      <a className="btn btn-seal" href={action.href}>
        <span className="btn-words">{action.text}</span>
      </a>
    </div>
  )
}
