import { z } from 'zod'
import { fromSafeNumber, toYuan } from '~/platform/money'
import { attributeValues } from './craft-template'
import { tickValues } from './finding'
import { listingSteps } from './listing-limits'
import type { ListingDraft, ListingOption, WishDraft } from './schema'

const flag = z
  .string()
  .optional()
  .transform((text) => text !== undefined)

const typed = z
  .string()
  .optional()
  .transform((text) => text ?? null)

/** What the address of a step says: show what is missing, say that it was saved, tie the knot of the step before. */
export const StepQuery = z.object({
  check: flag,
  saved: flag,
  /** she has just read what was typed up from her voice */
  spoken: flag,
  done: z
    .enum(listingSteps)
    .optional()
    .catch(undefined)
    .transform((step) => step ?? null),
  /** prices and costs as they are being typed: the page asks what they bring */
  price: typed,
  materialsCost: typed,
  packing: typed,
  hourlyWage: typed,
})

const text = (value: string | number | null) => (value === null ? '' : String(value))

/** The second step's fields as they are typed. */
export function wordsValues(content: ListingDraft): Record<string, string> {
  const { titleZh, titleEn, storyZh, storyEn, materialsZh, materialsEn, sizeZh, sizeEn, careZh, careEn } =
    content
  const words = {
    titleZh,
    titleEn,
    storyZh,
    storyEn,
    materialsZh,
    materialsEn,
    sizeZh,
    sizeEn,
    careZh,
    careEn,
  }
  return {
    ...words,
    craftCode: text(content.craftCode),
    makingHours: text(content.makingHours),
    widthMm: text(content.widthMm),
    heightMm: text(content.heightMm),
    depthMm: text(content.depthMm),
    ...tickValues('material', content.materialCodes),
    ...tickValues('colour', content.colourCodes),
    ...tickValues('occasion', content.occasionCodes),
    shipsAbroad: content.shipsAbroad ? 'on' : '',
    weightGrams: text(content.weightGrams),
    ...attributeValues(content.attributes),
    ...Object.fromEntries(content.wishes.flatMap(wishValues)),
  }
}

/** The third step's fields as they are typed; prices in yuan. */
export function priceValues(content: ListingDraft): Record<string, string> {
  const { makeMode, stock, makeDays, weeklyCapacity, weightGrams, priceFen, options } = content
  const { materialsCostFen, packingFen, hourlyWageFen, lowWageReason, showsCosts } = content
  return {
    makeMode: text(makeMode),
    stock: text(stock),
    makeDays: text(makeDays),
    weeklyCapacity: text(weeklyCapacity),
    weightGrams: text(weightGrams),
    price: yuan(priceFen),
    materialsCost: yuan(materialsCostFen),
    packing: yuan(packingFen),
    hourlyWage: yuan(hourlyWageFen),
    lowWageReason,
    showsCosts: showsCosts ? 'on' : '',
    ...Object.fromEntries(options.flatMap(kindValues)),
  }
}

function wishValues({ labelZh, labelEn, hintZh, hintEn, maxLength, isRequired }: WishDraft, at: number) {
  const words = { labelZh, labelEn, hintZh, hintEn }
  const fields = { ...words, maxLength: text(maxLength), isRequired: isRequired ? 'on' : '' }
  return Object.entries(fields).map(([name, value]): [string, string] => [`wishes[${at}].${name}`, value])
}

function kindValues({ variantId, nameZh, nameEn, priceFen, stock, makeDays }: ListingOption, at: number) {
  const fields = {
    variantId,
    nameZh,
    nameEn,
    price: yuan(priceFen),
    stock: text(stock),
    makeDays: text(makeDays),
  }
  return Object.entries(fields).map(([name, value]): [string, string] => [`options[${at}].${name}`, value])
}

function yuan(fen: number | null): string {
  if (fen === null) return ''
  const written = toYuan(fromSafeNumber(fen))
  return written.endsWith('.00') ? written.slice(0, -3) : written
}
