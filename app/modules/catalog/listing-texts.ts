import type { MessageKey } from '~/platform/i18n/translate'
import type { makeModes } from './listing-limits'
import type { ChangeReason } from './reasons'
import type { ListingField } from './schema'

/** How each field of a listing is called, in her studio and at the desk. */
export const fieldTitle = {
  photos: 'studio.fieldPhotos',
  titleZh: 'studio.fieldTitle',
  craftCode: 'studio.fieldCraft',
  storyZh: 'studio.fieldStory',
  materialsZh: 'studio.fieldMaterials',
  sizeZh: 'studio.fieldSize',
  widthMm: 'studio.fieldWidth',
  heightMm: 'studio.fieldHeight',
  depthMm: 'studio.fieldDepth',
  careZh: 'studio.fieldCare',
  materialCodes: 'studio.fieldMaterialCodes',
  colourCodes: 'studio.fieldColourCodes',
  occasionCodes: 'studio.fieldOccasionCodes',
  shipsAbroad: 'studio.fieldShipsAbroad',
  attributes: 'template.legend',
  wishes: 'studio.fieldWishes',
  makingHours: 'studio.fieldHours',
  makeMode: 'studio.fieldMakeMode',
  stock: 'studio.fieldStock',
  makeDays: 'studio.fieldMakeDays',
  weeklyCapacity: 'studio.fieldWeekly',
  priceFen: 'studio.fieldPrice',
  options: 'studio.fieldOptions',
  weightGrams: 'studio.fieldWeight',
  materialsCostFen: 'studio.fieldMaterialsCost',
  packingFen: 'studio.fieldPacking',
  hourlyWageFen: 'studio.fieldHourlyWage',
  lowWageReason: 'studio.fieldLowWageReason',
  showsCosts: 'studio.fieldShowsCosts',
  titleEn: 'studio.fieldTitleEn',
  storyEn: 'studio.fieldStoryEn',
  materialsEn: 'studio.fieldMaterialsEn',
  sizeEn: 'studio.fieldSizeEn',
  careEn: 'studio.fieldCareEn',
} as const satisfies Record<ListingField, MessageKey>

export const makeModeTitle = {
  stock: 'studio.modeStock',
  made_to_order: 'studio.modeMade',
  one_of_a_kind: 'studio.modeOne',
} as const satisfies Record<(typeof makeModes)[number], MessageKey>

/** Why a change is asked for, as she reads it. */
export const reasonTitle = {
  photos_unclear: 'studio.reasonPhotosUnclear',
  photos_missing: 'studio.reasonPhotosMissing',
  title: 'studio.reasonTitle',
  story: 'studio.reasonStory',
  materials: 'studio.reasonMaterials',
  size: 'studio.reasonSize',
  price: 'studio.reasonPrice',
  making_time: 'studio.reasonMakingTime',
  not_handmade: 'studio.reasonNotHandmade',
  not_hers: 'studio.reasonNotHers',
  other: 'studio.reasonOther',
} as const satisfies Record<ChangeReason, MessageKey>

/** A ready sentence for each reason: what she reads when the coordinator adds no words of her own. */
export const reasonPhrase = {
  photos_unclear: 'desk.phrasePhotosUnclear',
  photos_missing: 'desk.phrasePhotosMissing',
  title: 'desk.phraseTitle',
  story: 'desk.phraseStory',
  materials: 'desk.phraseMaterials',
  size: 'desk.phraseSize',
  price: 'desk.phrasePrice',
  making_time: 'desk.phraseMakingTime',
  not_handmade: 'desk.phraseNotHandmade',
  not_hers: 'desk.phraseNotHers',
  other: 'desk.phraseOther',
} as const satisfies Record<ChangeReason, MessageKey>
