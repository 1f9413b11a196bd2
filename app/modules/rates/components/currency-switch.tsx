import { useLocation } from '@remix-run/react'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { currencies } from '../currencies'
import { useRate } from './estimate'

/** In which currency prices are estimated on English pages, and by the rate of which day: said here once for all that a list estimates. Leads back to where it was chosen. */
export function CurrencySwitch() {
  const { t, locale, href } = useTranslator()
  const { pathname, search } = useLocation()
  const rate = useRate()
  if (locale !== 'en') return null
  return (
    <form method="post" action={href(paths.currency())} className="foot-currency" noValidate>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <label htmlFor="currency">{t('rates.choose')}</label>
      <select id="currency" name="currency" defaultValue={rate?.currency ?? 'CNY'}>
        {currencies.map((currency) => (
          <option key={currency} value={currency}>
            {currency}
          </option>
        ))}
        <option value="CNY">{t('rates.noEstimate')}</option>
      </select>
      <button type="submit" className="view-switch">
        {t('rates.show')}
      </button>
      {rate ? (
        <p className="basis-full">{t('rates.everyNote', { day: formatDay(locale, rate.day, '') })}</p>
      ) : null}
    </form>
  )
}
