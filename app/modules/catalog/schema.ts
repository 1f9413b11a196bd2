import { z } from 'zod'
import { colours, materials, occasions } from '~/modules/search/attributes'
import { idField, message } from '~/platform/fields'
import { staysInChina } from './finding'
import { listingLimits as limits, makeModes } from './listing-limits'
import { fewestPhotos, shots } from './shots'

const Photo = z.object({ mediaId: idField, shot: z.enum(shots) })

/** A further price of a product that has several variants. They are made at the desk; here only their prices change. */
const Option = z.object({
  variantId: idField,
  nameZh: z.string().default(''),
  nameEn: z.string().default(''),
  priceFen: z.number().int().nullable().default(null),
})

const word = z.string().default('')
const count = z.number().int().nullable().default(null)

/**
 * What stands in ListingRevision.content: everything that was written so far, '' or null where nothing was. Amounts in fen, hours in steps of
 * a half. `stock` is the count with which a piece goes on sale the first time; from then on the studio counts.
 */
export const ListingDraft = z.object({
  titleZh: word,
  titleEn: word,
  craftCode: z.string().nullable().default(null),
  storyZh: word,
  storyEn: word,
  materialsZh: word,
  materialsEn: word,
  sizeZh: word,
  sizeEn: word,
  careZh: word,
  careEn: word,
  materialCodes: z.array(z.enum(materials)).default([]),
  colourCodes: z.array(z.enum(colours)).default([]),
  occasionCodes: z.array(z.enum(occasions)).default([]),
  shipsAbroad: z.boolean().default(false),
  makingHours: z.number().nullable().default(null),
  makeMode: z.enum(makeModes).nullable().default(null),
  stock: count,
  makeDays: count,
  weeklyCapacity: count,
  priceFen: count,
  weightGrams: count,
  /** what goes into one piece: materials, and box and padding; and what she wants an hour of her work to bring */
  materialsCostFen: count,
  packingFen: count,
  hourlyWageFen: count,
  /** why the price leaves less an hour than the lowest wage of her county; for the coordinator */
  lowWageReason: word,
  /** whether buyers see what goes into the price */
  showsCosts: z.boolean().default(false),
  photos: z.array(Photo).max(shots.length).default([]),
  options: z.array(Option).max(50).default([]),
})
export type ListingDraft = z.output<typeof ListingDraft>
export type ListingField = keyof ListingDraft

const missing = { error: () => message('errors.required') }
const lengthOf = (text: string) => [...text].length

function words({ min, max }: { min: number; max: number }) {
  return z.string().superRefine((text, context) => {
    const actual = lengthOf(text)
    if (actual === 0) context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (actual < min)
      context.addIssue({ code: 'custom', message: message('errors.tooShort', { min, actual }) })
    else if (actual > max)
      context.addIssue({ code: 'custom', message: message('errors.tooLong', { max, actual }) })
  })
}

const within = ({ min, max }: { min: number; max: number }) =>
  z
    .number(missing)
    .refine((value) => value >= min && value <= max, { error: message('errors.numberRange', { min, max }) })

/** Said wherever a price lies outside its range. */
export const priceRange = message('errors.moneyRange', { min: '1', max: '1,000,000' })
/** Whether an amount in fen may be a price. */
export const isPrice = (fen: number) => fen >= limits.priceFen.min && fen <= limits.priceFen.max
const price = z.number(missing).int().refine(isPrice, { error: priceRange })

/** A listing that may be submitted. Issues carry catalogue keys and stand on the field where they belong. */
export const ListingContent = ListingDraft.extend({
  titleZh: words(limits.titleZh),
  craftCode: z.string(missing),
  storyZh: words(limits.storyZh),
  materialsZh: words(limits.materialsZh),
  makingHours: within(limits.makingHours),
  makeMode: z.enum(makeModes, missing),
  priceFen: price,
  photos: z.array(Photo).superRefine((photos, context) => {
    const lack = fewestPhotos - photos.length
    if (lack > 0) context.addIssue({ code: 'custom', message: message('studio.photosLack', { lack }) })
  }),
  options: z.array(Option.extend({ priceFen: price })),
})
export type ListingContent = z.output<typeof ListingContent>

/** What a coordinator may approve: how many photos are enough is for her to say once it has been submitted. */
export const ApprovableListing = ListingContent.extend({ photos: z.array(Photo) })

/** What one field asks of another. Apart from ListingContent, because zod checks a whole only when every part has its type. */
export const ListingRules = ListingDraft.superRefine((listing, context) => {
  const ask = (field: ListingField, text: string) =>
    context.addIssue({ code: 'custom', message: text, path: [field] })
  if (listing.makeMode === 'stock' && listing.stock === null) ask('stock', message('errors.required'))
  if (listing.makeMode === 'made_to_order' && listing.makeDays === null)
    ask('makeDays', message('errors.required'))
  if (listing.shipsAbroad && staysInChina(listing.materialCodes))
    ask('shipsAbroad', message('studio.staysInChina'))
  const english = ['titleEn', 'storyEn', 'materialsEn'] as const
  if (english.every((field) => listing[field] === '')) return
  for (const field of english) {
    const actual = lengthOf(listing[field])
    if (actual === 0) ask(field, message('studio.englishWhole'))
    else if (actual < limits[field].min)
      ask(field, message('errors.tooShort', { min: limits[field].min, actual }))
  }
})
