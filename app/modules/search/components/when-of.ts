import type { Translate } from '~/platform/i18n/translate'
import type { When } from '~/ui/when-line'
import { type Availability, countedUpTo } from '../availability'

/** When a piece can leave, in words. */
export function whenOf(availability: Availability, t: Translate): When {
  switch (availability.kind) {
    case 'stock':
      return { kind: 'stock', text: shelfOf(availability.count, t) }
    case 'made_to_order':
      return { kind: 'made', text: t('shop.whenMade', { days: availability.days }) }
    case 'one_of_a_kind':
      return { kind: 'one', text: t('shop.whenOne') }
    case 'sold_out':
      return { kind: 'gone', text: t('shop.whenGone') }
  }
}

function shelfOf(count: number, t: Translate): string {
  return count > countedUpTo ? t('shop.whenPlenty') : t('shop.whenStock', { count })
}

/** The same within a sentence: "CN¥880.00 each, the only one". */
export function whenWithin(availability: Availability, t: Translate): string {
  const { text } = whenOf(availability, t)
  return text.charAt(0).toLowerCase() + text.slice(1)
}
