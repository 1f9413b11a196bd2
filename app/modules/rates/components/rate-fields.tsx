import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { currencies } from '../currencies'
import type { Rate } from '../estimate'

type Props = { rates: readonly Rate[]; today: string; failure: FormFailure | null }

/** The rates of a day, one field for each currency, with what holds now beneath. */
export function RateFields({ rates, today, failure }: Props) {
  const { t, locale } = useTranslator()
  const nowOf = (code: string) => {
    const rate = rates.find(({ currency }) => currency === code)
    return rate
      ? t('rates.now', { rate: rate.cnyPer100.toFixed(4), day: formatDay(locale, rate.day, '') })
      : t('rates.nowNone')
  }
  return (
    <DecideForm act={t('rates.save')} kind="seal" className="max-w-md">
      <Field id="day" type="date" label={t('rates.day')} max={today} {...fieldOf(failure, 'day', today)} />
      <Field id="source" label={t('rates.source')} {...fieldOf(failure, 'source', t('rates.sourceUsual'))} />
      {currencies.map((currency) => (
        <Field
          key={currency}
          id={currency}
          label={t('rates.per', { currency })}
          hint={nowOf(currency)}
          inputMode="decimal"
          autoComplete="off"
          figures
          {...fieldOf(failure, currency)}
        />
      ))}
    </DecideForm>
  )
}
