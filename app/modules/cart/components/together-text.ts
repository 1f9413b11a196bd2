import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'

/** What a part costs that a base sends together with others of the order: its share of one postage, fen. */
export function togetherText(
  { base, postageFen }: { base: string; postageFen: number },
  t: Translate,
  locale: Locale,
): string {
  return postageFen === 0
    ? t('shop.parcelTogetherFree', { base })
    : t('shop.parcelTogether', { base, amount: formatMoney(locale, postageFen) })
}
