import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { type CraftTemplates, describeAttributes, type Fact } from './craft-template'
import { makeModeTitle } from './listing-texts'
import type { ListingDraft, ListingField } from './schema'

/** The fields that are shown in words, in the order in which they are read. Photos are shown as photos. */
export const wordFields = [
  'titleZh',
  'craftCode',
  'storyZh',
  'materialsZh',
  'sizeZh',
  'widthMm',
  'heightMm',
  'depthMm',
  'careZh',
  'makingHours',
  'materialCodes',
  'colourCodes',
  'occasionCodes',
  'shipsAbroad',
  'attributes',
  'wishes',
  'priceFen',
  'options',
  'makeMode',
  'stock',
  'makeDays',
  'weeklyCapacity',
  'weightGrams',
  'materialsCostFen',
  'packingFen',
  'hourlyWageFen',
  'lowWageReason',
  'showsCosts',
  'titleEn',
  'storyEn',
  'materialsEn',
  'sizeEn',
  'careEn',
] as const satisfies readonly ListingField[]
export type WordField = (typeof wordFields)[number]

type Telling = {
  t: Translate
  locale: Locale
  craftNames: Readonly<Record<string, string>>
  templates: CraftTemplates
}

/** What stands in a field, in words; null when nothing does, or when it means nothing for this way of making. */
export function describeField(content: ListingDraft, field: WordField, telling: Telling): string | null {
  const { t, locale, craftNames } = telling
  const { makeMode } = content
  const hasKinds = content.options.length > 0
  const counted = (
    count: number | null,
    key: 'studio.piecesCount' | 'studio.daysCount' | 'studio.gramsCount' | 'studio.mmCount',
  ) => (count === null ? null : t(key, { count }))
  switch (field) {
    case 'craftCode':
      return content.craftCode && (craftNames[content.craftCode] ?? content.craftCode)
    case 'makingHours':
      return content.makingHours === null ? null : t('studio.hoursCount', { count: content.makingHours })
    case 'priceFen':
      return hasKinds || content.priceFen === null ? null : formatMoney(locale, content.priceFen)
    case 'options':
      return describeOptions(content, { t, locale })
    case 'makeMode':
      return makeMode && t(makeModeTitle[makeMode])
    case 'stock':
      return makeMode === 'stock' && !hasKinds ? counted(content.stock, 'studio.piecesCount') : null
    case 'makeDays':
      return makeMode === 'made_to_order' && !hasKinds ? counted(content.makeDays, 'studio.daysCount') : null
    case 'weeklyCapacity':
      return makeMode === 'made_to_order' ? counted(content.weeklyCapacity, 'studio.piecesCount') : null
    case 'materialsCostFen':
    case 'packingFen':
    case 'hourlyWageFen': {
      const fen = content[field]
      return fen === null ? null : formatMoney(locale, fen)
    }
    case 'materialCodes':
      return listed(
        telling,
        materials.filter((code) => content.materialCodes.includes(code)).map((code) => materialTitle[code]),
      )
    case 'colourCodes':
      return listed(
        telling,
        colours.filter((code) => content.colourCodes.includes(code)).map((code) => colourTitle[code]),
      )
    case 'occasionCodes':
      return listed(
        telling,
        occasions.filter((code) => content.occasionCodes.includes(code)).map((code) => occasionTitle[code]),
      )
    case 'attributes':
      return (
        factsOf(content, telling)
          .map(({ term, detail }) => `${term} ${detail}`)
          .join('\n') || null
      )
    case 'shipsAbroad':
      return content.shipsAbroad ? t('studio.shipsAbroadYes') : null
    case 'showsCosts':
      return content.showsCosts ? t('studio.showsCostsYes') : null
    case 'wishes':
      return describeWishes(content, telling)
    case 'widthMm':
    case 'heightMm':
    case 'depthMm':
      return counted(content[field], 'studio.mmCount')
    case 'weightGrams':
      return counted(content.weightGrams, 'studio.gramsCount')
    default:
      return content[field] || null
  }
}

/** What its craft asks, one by one. */
export function factsOf(
  { craftCode, attributes }: ListingDraft,
  { locale, templates }: Pick<Telling, 'locale' | 'templates'>,
): Fact[] {
  return describeAttributes(templates[craftCode ?? '']?.fields ?? [], attributes, locale)
}

function listed({ t, locale }: Telling, titles: MessageKey[]): string | null {
  return titles.map((title) => t(title)).join(locale === 'en' ? ', ' : '、') || null
}

/** Each question on a line of its own, with what is said below it: in both languages, since both are approved. */
function describeWishes({ wishes }: ListingDraft, { t }: Pick<Telling, 't'>): string | null {
  if (wishes.length === 0) return null
  return wishes
    .map(({ labelZh, labelEn, hintZh, hintEn, maxLength, isRequired }) =>
      [
        labelZh,
        hintZh,
        labelEn,
        hintEn,
        t('studio.wishLongest', { count: maxLength }),
        isRequired ? t('studio.wishNeeded') : '',
      ]
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n')
}

/** Each kind on a line of its own: name, price, and how many there are or how long one takes. */
function describeOptions(
  { options, makeMode }: ListingDraft,
  { t, locale }: Pick<Telling, 't' | 'locale'>,
): string | null {
  if (options.length === 0) return null
  return options
    .map(({ nameZh, nameEn, priceFen, stock, makeDays }) =>
      [
        (locale === 'en' && nameEn) || nameZh,
        priceFen === null ? '' : formatMoney(locale, priceFen),
        makeMode === 'stock' && stock !== null ? t('studio.piecesCount', { count: stock }) : '',
        makeMode === 'made_to_order' && makeDays !== null ? t('studio.daysCount', { count: makeDays }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join('\n')
}

/** The fields that differ between two states of a listing, photos included. */
export function changedFields(before: ListingDraft, after: ListingDraft): ListingField[] {
  const fields: readonly ListingField[] = ['photos', ...wordFields]
  return fields.filter((field) => textOf(before[field]) !== textOf(after[field]))
}

/** What is ticked is the same in any order. */
function textOf(value: unknown): string | undefined {
  const isTicked = Array.isArray(value) && value.every((one) => typeof one === 'string')
  return JSON.stringify(isTicked ? value.toSorted() : value)
}
