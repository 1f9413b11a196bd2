import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { colours, colourTitle, materials, materialTitle, occasions, occasionTitle } from '../attributes'
import type { FacetGroup } from '../product-query'

/** What each question is called. */
export const questionTitle = {
  craft: 'shop.filterCraft',
  made: 'shop.filterMade',
  one: 'shop.onlyOne',
  place: 'shop.filterCounty',
  material: 'shop.filterMaterial',
  colour: 'shop.filterColour',
  occasion: 'shop.filterOccasion',
  abroad: 'shop.onlyAbroad',
} as const satisfies Record<FacetGroup, MessageKey>

/** An answer in words; `name` is what the database calls it: a craft, a place. */
export function choiceText(group: FacetGroup, value: string, name: string, t: Translate): string {
  if (group === 'one' || group === 'abroad') return t(questionTitle[group])
  if (group === 'made') return makingText(value, t)
  const title = titleOf(group, value)
  return title ? t(title) : name || value
}

function titleOf(group: FacetGroup, value: string): MessageKey | null {
  const material = group === 'material' ? materials.find((one) => one === value) : undefined
  if (material) return materialTitle[material]
  const colour = group === 'colour' ? colours.find((one) => one === value) : undefined
  if (colour) return colourTitle[colour]
  const occasion = group === 'occasion' ? occasions.find((one) => one === value) : undefined
  return occasion ? occasionTitle[occasion] : null
}

function makingText(value: string, t: Translate): string {
  switch (value) {
    case '7':
      return t('shop.madeWithin', { days: 7 })
    case '14':
      return t('shop.madeBetween', { from: 8, to: 14 })
    case '30':
      return t('shop.madeBetween', { from: 15, to: 30 })
    case 'longer':
      return t('shop.madeLonger', { days: 30 })
    default:
      return t('shop.madeReadyShort')
  }
}
