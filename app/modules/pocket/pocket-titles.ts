import { fieldTitle } from '~/modules/catalog/listing-texts'
import type { MessageKey } from '~/platform/i18n/translate'
import type { PocketField } from './pocket-fields'

/** How each question of the pocket is called: as in the studio's own steps. */
export const pocketTitle: Readonly<Record<PocketField, MessageKey>> = {
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
