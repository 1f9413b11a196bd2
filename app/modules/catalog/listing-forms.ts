import { z } from 'zod'
import { colours, materials, occasions } from '~/modules/search/attributes'
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
import { type CraftField, readAttributes, TypedAttributes } from './craft-template'
import { listingLimits as limits, makeModes } from './listing-limits'
import { changeReasons } from './reasons'
import { isPrice, priceRange } from './schema'

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
    // a number that parseYuan does not read is negative or far too long
    const isNumber = fen !== null || /^[-−]?\d+(\.\d{1,2})?$/.test(text.normalize('NFKC').trim())
    if (!isNumber) context.addIssue({ code: 'custom', message: message('errors.badMoney') })
    else if (!isPrice(Number(fen))) context.addIssue({ code: 'custom', message: priceRange })
    return fen === null ? null : Number(fen)
  })

/** An amount that may be left empty, within a range of fen that is said in whole yuan. */
function optionalYuanField({ min, max }: { min: number; max: number }) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const fen = parseYuan(text)
      if (fen === null) context.addIssue({ code: 'custom', message: message('errors.badMoney') })
      else if (fen < min || fen > max) {
        const range = { min: String(min / 100), max: (max / 100).toLocaleString('en') }
        context.addIssue({ code: 'custom', message: message('errors.moneyRange', range) })
      }
      return fen === null ? null : Number(fen)
    })
}

const version = z.coerce.number().int().min(1).max(1_000_000)

/** Which button: on to the next step, or keep it and stay. */
const intent = z.enum(['next', 'keep']).catch('next')

/** Ticks of a list, each under a name of its own (finding.ts), as the codes that were ticked. */
function ticksField<Code extends string>(codes: readonly Code[]) {
  return z
    .object(Object.fromEntries(codes.map((code) => [code, tickField])))
    .optional()
    .transform((ticked) => codes.filter((code) => ticked?.[code] === true))
}

/** enough for a name or a short wish */
export const defaultLength = 20

/** A question to the buyer; one without words is none. */
export const wishField = z
  .object({
    labelZh: textField(limits.wishLabel),
    labelEn: textField(limits.wishLabelEn),
    hintZh: textField(limits.wishHint),
    hintEn: textField(limits.wishHintEn),
    maxLength: whole({ min: 1, max: limits.wishes.longest }),
    isRequired: tickField,
  })
  .superRefine(({ labelZh, labelEn, hintZh, hintEn }, context) => {
    if (labelZh === '' && [labelEn, hintZh, hintEn].some((text) => text !== ''))
      context.addIssue({ code: 'custom', message: message('studio.wishLabelLacks'), path: ['labelZh'] })
  })

export const WordsFields = z.object({
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
  widthMm: whole(limits.sideMm),
  heightMm: whole(limits.sideMm),
  depthMm: whole(limits.sideMm),
  careZh: textField({ max: limits.care.max }),
  careEn: textField({ max: limits.care.max }),
  makingHours: hoursField,
  material: ticksField(materials),
  colour: ticksField(colours),
  occasion: ticksField(occasions),
  shipsAbroad: tickField,
  /** asked beside it; a page without the field leaves it as it stands */
  weightGrams: whole(limits.weightGrams).optional(),
  attribute: TypedAttributes,
  wishes: z
    .array(wishField)
    .max(limits.wishes.max)
    .default([])
    .transform((typed) =>
      typed.flatMap((wish) =>
        wish.labelZh === '' ? [] : [{ ...wish, maxLength: wish.maxLength ?? defaultLength }],
      ),
    ),
})
/** The form of the second step, with the questions of the craft that it names. Everything may be left empty until she submits. */
export function wordsForm(fields: readonly CraftField[]) {
  return WordsFields.transform(({ attribute, ...words }, context) => ({
    ...words,
    attributes: readAttributes(fields, attribute, context),
  }))
}
export type ListingWords = Omit<z.output<ReturnType<typeof wordsForm>>, 'version' | 'intent'>

/** What else a button of the third step does. */
const acts = ['suggest', 'kind'] as const
/** `without`: the kind to take out */
export type PriceIntent = { act: (typeof acts)[number] | null; without: string | null; goesOn: boolean }

/** One kind as it is typed; it may be unfinished until she submits. */
export const kindField = z.object({
  variantId: idField,
  nameZh: textField(limits.kindZh),
  nameEn: textField(limits.kindEn),
  price: yuanField,
  stock: whole(limits.stock),
  makeDays: whole(limits.makeDays),
})
export type TypedKind = z.output<typeof kindField>

/**
 * The form of the third step. `suggest` takes the price that her wage asks for, `kind` puts a row for another kind below the others, `without:<id>` takes one out: each keeps what
 * is typed and stays.
 */
export const PriceForm = z.object({
  version,
  intent: z
    .string()
    .default('next')
    .transform((text): PriceIntent => {
      const [, without = null] = /^without:([\da-f-]{36})$/.exec(text) ?? []
      const act = acts.find((one) => one === text) ?? null
      return { act, without, goesOn: act === null && without === null && text !== 'keep' }
    }),
  makeMode: z
    .enum(makeModes)
    .optional()
    .catch(undefined)
    .transform((mode) => mode ?? null),
  price: yuanField,
  options: z.array(kindField).max(50).default([]),
  stock: whole(limits.stock),
  makeDays: whole(limits.makeDays),
  weeklyCapacity: whole(limits.weeklyCapacity),
  weightGrams: whole(limits.weightGrams),
  materialsCost: optionalYuanField(limits.costFen),
  packing: optionalYuanField(limits.costFen),
  hourlyWage: optionalYuanField(limits.wageFen),
  lowWageReason: textField(limits.lowWageReason),
  showsCosts: tickField,
})
export type ListingPrice = Omit<z.output<typeof PriceForm>, 'version' | 'intent'>

/** The button below everything: which state she looked at, and whether it goes without the photos that are on their way. */
export const SubmitForm = z.object({ version, without: tickField })

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
  /** one of her ready sentences, for a browser that does not put it into the words */
  phrase: z.string().default(''),
})

/** A ready sentence that she keeps, for herself or for everybody of her region. */
export const KeepPhraseForm = z.object({
  words: textField({ min: 2, max: 300 }),
  isShared: tickField,
})

export const DropPhraseForm = z.object({ phraseId: idField })

/** Who is on a listing: she, or no longer. */
export const TakeForm = z.object({ intent: z.enum(['take', 'release']) })

export const GiveForm = z.object({ to: idField })

const pickField = z
  .string()
  .regex(/^[\da-f-]{36}:\d{1,7}$/)
  .transform((text) => {
    const [revisionId = '', version = ''] = text.split(':')
    return { revisionId, version: Number(version) }
  })

/** The button below the queue: everything that is ticked, each as she saw it. */
export const BulkForm = z.object({
  picks: z
    .array(pickField)
    .min(1, { error: message('bulk.nonePicked') })
    .max(30)
    .prefault([]),
})

/** The button of a line in the queue: she is on it and reads it. */
export const OpenForm = z.object({ take: idField })
