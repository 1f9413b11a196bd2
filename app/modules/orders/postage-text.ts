import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'

/** What a parcel's postage is, said as such beside its days: "邮费 ¥10.00". */
export function postageText(postageFen: number, t: Translate, locale: Locale): string {
  return postageFen === 0
    ? t('order.postageFree')
    : t('shop.parcelPostage', { amount: formatMoney(locale, postageFen) })
}
