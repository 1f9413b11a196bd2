import { trackedWords } from '~/modules/abroad/problem-words'
import { serviceField, shownField } from '~/modules/abroad/service-wishes'
import type { CartParcelView } from '~/modules/cart/cart-view'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Tick, TickGroup } from '~/ui/tick'
import { keepUnits, Unbroken } from '~/ui/unbroken'
import countWay from './count-way.js?url'

/** By which service each parcel goes abroad, where more than one takes it: what each costs, and for how long. A choice is counted at once where scripts run, else by the button; the one that pays does so first too. */
export function WaysAbroad({ parcels }: { parcels: readonly CartParcelView[] }) {
  const { t, locale } = useTranslator()
  const open = parcels.filter(({ ways }) => ways.length > 1)
  if (open.length === 0) return null
  return (
    <div className="mb-5">
      {open.map(({ sellerId, sellerName, ways }) => (
        <TickGroup
          key={sellerId}
          id={`service-${sellerId}`}
          legend={parcels.length > 1 ? t('abroad.wayOf', { seller: sellerName }) : t('abroad.way')}
        >
          <input
            type="hidden"
            name={shownField(sellerId)}
            value={ways.find(({ isChosen }) => isChosen)?.service}
          />
          {ways.map(({ service, words, isTracked, postageFen, isChosen }) => (
            <Tick
              // the browser keeps a ring that was pressed; a page that was made anew shows what holds
              key={`${service}:${isChosen}`}
              type="radio"
              name={serviceField(sellerId)}
              value={service}
              defaultChecked={isChosen}
              note={trackedWords(isTracked, t)}
              count={formatMoney(locale, postageFen)}
            >
              <Unbroken text={keepUnits(words)} />
            </Tick>
          ))}
        </TickGroup>
      ))}
      <Button type="submit" name="applyServices" value="yes" formNoValidate>
        {t('abroad.wayApply')}
      </Button>
      <p className="unseen" role="status" id="way-counted" />
      <script type="module" src={countWay} />
    </div>
  )
}
