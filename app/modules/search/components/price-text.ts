import { useRate } from '~/modules/rates/components/estimate'
import { estimateOf, type Rate } from '~/modules/rates/estimate'
import type { Locale } from '~/platform/i18n/locale'
import { type MessageKey, translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { formatFen } from '~/ui/format-fen'

/** The lowest and the highest price that are asked for; null: no limit. */
type PriceLimits = { minFen: number | null; maxFen: number | null }

/** Says which prices were asked for, with what both limits are about in the visitor's currency: it is what she may have typed. */
export function usePriceText(): (limits: PriceLimits) => string {
  const { locale } = useTranslator()
  const rate = useRate()
  return (limits) => priceText(limits, locale, rate)
}

/** “CN¥141–CN¥424 (about US$20–US$60)”: either pair is of one currency. */
export function priceText(limits: PriceLimits, locale: Locale, rate: Rate | null): string {
  const { price, estimate } = priceWords(limits, locale, rate)
  return estimate === null ? price : translator(locale)('shop.priceAbout', { price, estimate })
}

/** The same in two: the price, and what it is about in the visitor's currency where its rate is known. */
export function priceWords(
  { minFen, maxFen }: PriceLimits,
  locale: Locale,
  rate: Rate | null,
): { price: string; estimate: string | null } {
  const t = translator(locale)
  const said = (money: (fen: number) => string, most: MessageKey, least: MessageKey) => {
    if (minFen !== null && maxFen !== null) {
      const [min, max] = [money(minFen), money(maxFen)]
      return min === max ? min : t('shop.priceRange', { min, max })
    }
    return minFen === null ? t(most, { sum: money(maxFen ?? 0) }) : t(least, { sum: money(minFen) })
  }
  const price = said((fen) => formatFen(fen, 'shop', locale), 'shop.priceAtMost', 'shop.priceAtLeast')
  if (!rate) return { price, estimate: null }
  const sum = said((fen) => estimateOf(fen, rate), 'shop.priceSum', 'shop.priceSum')
  return { price, estimate: t('rates.about', { sum }).replaceAll(' ', '\u00a0') }
}
