import type { CraftField } from '~/modules/catalog/craft-template'
import { fieldTitle } from '~/modules/catalog/listing-texts'
import type { Locale } from '~/platform/i18n/locale'
import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { isAttribute, type PocketAttribute, type PocketField } from './pocket-fields'

const fixedTitle: Readonly<Record<Exclude<PocketField, PocketAttribute>, MessageKey>> = {
  titleZh: fieldTitle.titleZh,
  craftCode: fieldTitle.craftCode,
  storyZh: fieldTitle.storyZh,
  materialsZh: fieldTitle.materialsZh,
  makingHours: fieldTitle.makingHours,
  makeMode: fieldTitle.makeMode,
  price: fieldTitle.priceFen,
  stock: fieldTitle.stock,
  makeDays: fieldTitle.makeDays,
  weeklyCapacity: fieldTitle.weeklyCapacity,
  weightGrams: fieldTitle.weightGrams,
}

/** The language of the page, and what the craft of a piece asks. */
export type Naming = { t: Translate; locale: Locale; asks: readonly CraftField[] }

/** How each question of the pocket is called: as in the studio's own steps. */
export function pocketTitle({ t, locale, asks }: Naming, field: PocketField): string {
  if (!isAttribute(field)) return t(fixedTitle[field])
  const [, code = '', option] = field.split('.')
  const found = asks.find((one) => one.code === code)
  const chosen = found?.options.find((one) => one.code === option)
  return [found, chosen].flatMap((one) => (one ? [locale === 'en' ? one.nameEn : one.nameZh] : [])).join(' ')
}

/** What stands in a field, in words: an answer to choose by its name. */
export function pocketAnswer({ locale, asks }: Naming, field: PocketField, value: string): string {
  if (!isAttribute(field)) return value
  const [, code = ''] = field.split('.')
  const chosen = asks.find((one) => one.code === code)?.options.find((one) => one.code === value)
  return chosen ? (locale === 'en' ? chosen.nameEn : chosen.nameZh) : value
}
