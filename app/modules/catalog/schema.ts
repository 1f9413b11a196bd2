import { z } from 'zod'
import { colours, materials, occasions } from '~/modules/search/attributes'
import { idField, message } from '~/platform/fields'
import { Attributes } from './craft-template'
import { staysInChina } from './finding'
import { listingLimits as limits, makeModes } from './listing-limits'
import { fewestPhotos, shots } from './shots'

const Photo = z.object({ mediaId: idField, shot: z.enum(shots) })

const word = z.string().default('')
const count = z.number().int().nullable().default(null)

/**
 * 款式: one kind of a piece that has several, by colour or size. Its id is given with its row in the draft and is the variant's own from its approval on. `stock` is the count with
 * which this kind goes on sale; `makeDays` how long one takes, made to order.
 */
const Option = z.object({
  variantId: idField,
  nameZh: word,
  nameEn: word,
  priceFen: count,
  stock: count,
  makeDays: count,
})
export type ListingOption = z.output<typeof Option>

/** What she asks of whoever wants one, such as which name to stitch; `maxLength` characters at most. */
const WishDraft = z.object({
  labelZh: z.string(),
  labelEn: word,
  hintZh: word,
  hintEn: word,
  maxLength: z.number().int(),
  isRequired: z.boolean(),
})
export type WishDraft = z.output<typeof WishDraft>

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
  widthMm: count,
  heightMm: count,
  depthMm: count,
  careZh: word,
  careEn: word,
  materialCodes: z.array(z.enum(materials)).default([]),
  colourCodes: z.array(z.enum(colours)).default([]),
  occasionCodes: z.array(z.enum(occasions)).default([]),
  shipsAbroad: z.boolean().default(false),
  /** what its craft asks */
  attributes: Attributes.default({}),
  wishes: z.array(WishDraft).max(limits.wishes.max).default([]),
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
  /** its kinds; none when there is only one */
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

/** Said of kinds of which something is missing. */
const wholeKinds = { error: () => message('studio.kindsWhole') }

/** A listing that may be submitted. Issues carry catalogue keys and stand on the field where they belong. */
export const ListingContent = ListingDraft.extend({
  titleZh: words(limits.titleZh),
  craftCode: z.string(missing),
  // a sentence that was tapped in has gaps for what is hers
  storyZh: words(limits.storyZh).refine((text) => !text.includes('＿'), {
    error: () => message('template.gaps'),
  }),
  materialsZh: words(limits.materialsZh),
  makingHours: within(limits.makingHours),
  makeMode: z.enum(makeModes, missing),
  priceFen: price,
  photos: z.array(Photo).superRefine((photos, context) => {
    const lack = fewestPhotos - photos.length
    if (lack > 0) context.addIssue({ code: 'custom', message: message('studio.photosLack', { lack }) })
  }),
  options: z.array(
    Option.extend({
      nameZh: z.string().min(1, wholeKinds),
      priceFen: z.number(wholeKinds).int().refine(isPrice, { error: priceRange }),
    }),
  ),
})
export type ListingContent = z.output<typeof ListingContent>

/** What a coordinator may approve: how many photos are enough is for her to say once it has been submitted. */
export const ApprovableListing = ListingContent.extend({ photos: z.array(Photo) })

/** What one field asks of another. Apart from ListingContent, because zod checks a whole only when every part has its type. */
export const ListingRules = ListingDraft.superRefine((listing, context) => {
  const ask = (field: ListingField, text: string) =>
    context.addIssue({ code: 'custom', message: text, path: [field] })
  const { makeMode, options } = listing
  const lacks = (one: Pick<ListingOption, 'stock' | 'makeDays'>, what: 'stock' | 'makeDays') =>
    makeMode === (what === 'stock' ? 'stock' : 'made_to_order') && one[what] === null
  for (const what of ['stock', 'makeDays'] as const) {
    if (options.length === 0 && lacks(listing, what)) ask(what, message('errors.required'))
    if (options.some((option) => lacks(option, what))) ask('options', message('studio.kindsWhole'))
  }
  if (new Set(options.map(({ nameZh }) => nameZh)).size < options.length)
    ask('options', message('studio.kindsAlike'))
  if (listing.shipsAbroad && staysInChina(listing.materialCodes))
    ask('shipsAbroad', message('studio.staysInChina'))
  if (listing.shipsAbroad && listing.weightGrams === null)
    ask('weightGrams', message('studio.weightForAbroad'))
  const english = ['titleEn', 'storyEn', 'materialsEn'] as const
  if (english.every((field) => listing[field] === '')) return
  for (const field of english) {
    const actual = lengthOf(listing[field])
    if (actual === 0) ask(field, message('studio.englishWhole'))
    else if (actual < limits[field].min)
      ask(field, message('errors.tooShort', { min: limits[field].min, actual }))
  }
})
