import { rateSeen, ratesWord } from '~/modules/abroad/seen-rates'
import type { CartView } from '~/modules/cart/cart-view'
import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'

/** By which rates the parcels of a basket go abroad, for its form to bring back. */
export function ratesOf({ parcels }: CartView): string {
  return ratesWord(
    parcels.map(({ sellerId, ways }) => ({ sellerId, rateId: chosenOf(ways)?.rateId ?? null })),
  )
}

/** What is otherwise than on the page from which this form was sent: a sentence on the total, and one on each parcel that goes by something else. */
export function changedSince(
  { seenTotalFen, seenRates }: Readonly<Record<string, string>>,
  { totalFen, parcels }: CartView,
  { t, locale }: { t: Translate; locale: Locale },
): string[] {
  const before = Number(seenTotalFen ?? totalFen)
  const isOther = Number.isSafeInteger(before) && before >= 0 && before !== totalFen
  const money = (fen: number) => formatMoney(locale, fen)
  const total = isOther ? [t('order.wasTotal', { before: money(before), now: money(totalFen) })] : []
  const ways = parcels.flatMap(({ sellerId, sellerName: seller, ways }) => {
    const [now, seen] = [chosenOf(ways), rateSeen(seenRates ?? '', sellerId)]
    if (!now || seen === null || seen === now.rateId) return []
    const was = ways.find(({ rateId }) => rateId === seen)
    return was
      ? [t('abroad.wayWas', { seller, before: was.words, now: now.words })]
      : [t('abroad.wayNow', { seller, now: now.words })]
  })
  return [...total, ...ways]
}

function chosenOf<W extends { isChosen: boolean }>(ways: readonly W[]): W | undefined {
  return ways.find(({ isChosen }) => isChosen)
}
