import { z } from 'zod'
import {
  choiceField,
  idField,
  integerField,
  message,
  optionalIntegerField,
  textField,
  tickField,
} from '~/platform/fields'
import { parseYuan } from '~/platform/money'
import { listingLimits as limits, makeModes } from './listing-limits'
import { changeReasons } from './reasons'
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
  makingHours: z.number().nullable().default(null),
  makeMode: z.enum(makeModes).nullable().default(null),
  stock: count,
  makeDays: count,
  weeklyCapacity: count,
  priceFen: count,
  weightGrams: count,
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

const priceRange = message('errors.moneyRange', { min: '1', max: '1,000,000' })
const isPrice = (fen: number) => fen >= limits.priceFen.min && fen <= limits.priceFen.max
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
  const english = ['titleEn', 'storyEn', 'materialsEn'] as const
  if (english.every((field) => listing[field] === '')) return
  for (const field of english) {
    const actual = lengthOf(listing[field])
    if (actual === 0) ask(field, message('studio.englishWhole'))
    else if (actual < limits[field].min)
      ask(field, message('errors.tooShort', { min: limits[field].min, actual }))
  }
})

/** Full-width digits and points, as Chinese keyboards write them, count as ordinary ones. */
const plain = (value: unknown) => (typeof value === 'string' ? value.normalize('NFKC') : value)
const whole = (range: { min: number; max: number }) => z.preprocess(plain, optionalIntegerField(range))

const hoursField = z
  .string()
  .default('')
  .transform((text, context) => {
    const clean = text.normalize('NFKC').trim()
    if (clean === '') return null
    const hours = /^\d{1,4}(\.\d)?$/.test(clean) ? Number(clean) : Number.NaN
    const { min, max } = limits.makingHours
    if (!(hours >= min && hours <= max) || !Number.isInteger(hours * 2))
      context.addIssue({ code: 'custom', message: message('studio.hoursForm', { min, max }) })
    return hours
  })

const yuanField = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const fen = parseYuan(text)
    if (fen === null) context.addIssue({ code: 'custom', message: message('errors.badMoney') })
    else if (!isPrice(Number(fen))) context.addIssue({ code: 'custom', message: priceRange })
    return fen === null ? null : Number(fen)
  })

const version = z.coerce.number().int().min(1).max(1_000_000)

/** Which button: on to the next step, or keep it and stay. */
const intent = z.enum(['next', 'keep']).catch('next')

/** The form of the second step. Everything may be left empty until she submits. */
export const WordsForm = z.object({
  version,
  intent,
  titleZh: textField({ max: limits.titleZh.max }),
  titleEn: textField({ max: limits.titleEn.max }),
  craftCode: textField({ max: 40 }).transform((code) => (code === '' ? null : code)),
  storyZh: textField({ max: limits.storyZh.max }),
  storyEn: textField({ max: limits.storyEn.max }),
  materialsZh: textField({ max: limits.materialsZh.max }),
  materialsEn: textField({ max: limits.materialsEn.max }),
  sizeZh: textField({ max: limits.size.max }),
  sizeEn: textField({ max: limits.size.max }),
  careZh: textField({ max: limits.care.max }),
  careEn: textField({ max: limits.care.max }),
  makingHours: hoursField,
})
export type ListingWords = Omit<z.output<typeof WordsForm>, 'version' | 'intent'>

/** The form of the third step. */
export const PriceForm = z.object({
  version,
  intent,
  makeMode: z
    .enum(makeModes)
    .optional()
    .catch(undefined)
    .transform((mode) => mode ?? null),
  price: yuanField,
  options: z
    .array(z.object({ variantId: idField, price: yuanField }))
    .max(50)
    .default([]),
  stock: whole(limits.stock),
  makeDays: whole(limits.makeDays),
  weeklyCapacity: whole(limits.weeklyCapacity),
  weightGrams: whole(limits.weightGrams),
})
export type ListingPrice = Omit<z.output<typeof PriceForm>, 'version' | 'intent'>

/** The button below everything: which state she looked at. */
export const SubmitForm = z.object({ version })

/** Her count of a shelf: what the page showed, and what she counts now. */
export const StockForm = z.object({
  variantId: idField,
  seen: z.coerce.number().int().min(0).max(1_000_000),
  count: z.preprocess(plain, integerField({ min: 0, max: limits.stock.max })),
})

/** The coordinator's answer: which state she read. */
export const ApproveForm = z.object({ version, english: tickField })

export const ChangeForm = z.object({
  version,
  reason: choiceField(changeReasons),
  words: textField({ max: 500 }),
})
