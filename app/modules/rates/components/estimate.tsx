import { useRouteLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { currencies } from '../currencies'
import { estimateOf, type Rate } from '../estimate'

const RootData = z.object({
  rate: z.object({ currency: z.enum(currencies), cnyPer100: z.number(), day: z.string() }).nullable(),
})

/** The rate this visitor sees estimates by: what the root knows; null on Chinese pages. */
export function useRate(): Rate | null {
  const data = RootData.safeParse(useRouteLoaderData('root'))
  return data.success ? data.data.rate : null
}

/** Says what an amount of fen is about in the visitor's currency; null where no rate is known. */
export function useEstimate(): (fen: number) => string | null {
  const { t } = useTranslator()
  const rate = useRate()
  return (fen) => rate && t('rates.about', { sum: estimateOf(fen, rate) })
}

/** A price's estimate with the day of its rate, and that yuan are charged. */
export function EstimateLine({ fen }: { fen: number }) {
  const { t, locale } = useTranslator()
  const estimate = useEstimate()
  const rate = useRate()
  return rate ? (
    <p className="small quiet pb-3">
      <b className="nowrap">{estimate(fen)}</b>. {t('rates.note', { day: formatDay(locale, rate.day, '') })}
    </p>
  ) : null
}
