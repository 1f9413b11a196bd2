import { Button } from './button'
import leaveBar from './leave-bar.js?url'
import { Price } from './price'
import type { UiLocale } from './ui-types'

/** One of these is shown: that of the kind which is chosen. */
type BarPrice = { id: string; priceFen: number; includes: string; isShown: boolean }

type BuyBarProps = {
  prices: readonly BarPrice[]
  locale: UiLocale
  /** what the button says, the form of the page that it sends, and as what */
  action: { text: string; form: string; name: string; value: string }
}

/**
 * The buying bar at the foot of a phone's screen. Its button sends the page's own form, with what is chosen there; it is gone while that form's own button is on the screen. Last
 * child of the product page, outside `.wrap`.
 */
export function BuyBar({ prices, locale, action: { text, ...action } }: BuyBarProps) {
  return (
    <div className="buy-bar">
      {prices.map(({ id, priceFen, includes, isShown }) => (
        <p key={id} className="buy-bar-price" data-kind={id} hidden={!isShown}>
          <Price fen={priceFen} locale={locale} />
          <span>{includes}</span>
        </p>
      ))}
      <Button kind="seal" {...action}>
        {text}
      </Button>
      <script type="module" src={leaveBar} />
    </div>
  )
}
