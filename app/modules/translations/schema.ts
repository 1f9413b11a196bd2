import { z } from 'zod'
import { listingLimits } from '~/modules/catalog/listing-limits'
import { integerField, message, textField } from '~/platform/fields'

/** Whose words: a piece's, or a maker's own. */
export type TextKind = 'product' | 'maker'

/** No English that may be shown; English older than the Chinese; typed up and to be read by somebody else. */
export const workStates = ['missing', 'older', 'typed'] as const
export type WorkState = (typeof workStates)[number]

/** The words of a text by their part. Parts that the Chinese has not are ''. */
export const ProductWords = z.object({
  title: z.string(),
  story: z.string(),
  materials: z.string(),
  size: z.string(),
  care: z.string(),
})
export const MakerWords = z.object({ words: z.string() })
export type TextWords = z.output<typeof ProductWords> | z.output<typeof MakerWords>

/** The parts of each kind in the order in which they are typed, and how long English may be. */
export const partsOf = {
  product: [
    { part: 'title', ...listingLimits.titleEn },
    { part: 'story', ...listingLimits.storyEn },
    { part: 'materials', ...listingLimits.materialsEn },
    { part: 'size', min: 0, ...listingLimits.size },
    { part: 'care', min: 0, ...listingLimits.care },
  ],
  maker: [{ part: 'words', min: 3, max: 600 }],
} as const

/** By which Chinese, and over which version of the work, somebody types or reads. */
const seen = {
  seen: integerField({ min: 0, max: 1_000_000 }),
  source: z.string().regex(/^[0-9a-f]{32}$/),
}

/** Words for the English page: Chinese in the wrong box is said at once. */
const englishField = (limits: { min: number; max: number }) =>
  textField(limits).refine((text) => /[A-Za-z]/.test(text), {
    error: () => message('translation.notEnglish'),
  })

export const TypeProductForm = z.object({
  ...seen,
  title: englishField(listingLimits.titleEn),
  story: englishField(listingLimits.storyEn),
  materials: englishField(listingLimits.materialsEn),
  size: textField(listingLimits.size),
  care: textField(listingLimits.care),
})
export const TypeMakerForm = z.object({ ...seen, words: englishField({ min: 3, max: 600 }) })

export const FitForm = z.object(seen)
const note = textField({ min: 2, max: 300 })
export const BackForm = z.object({ ...seen, note })
export const ReopenForm = z.object({ note })
export const NoFields = z.object({})

/** Which of the queue is looked at; anything else is all of it. */
export const QueueSearch = z.object({
  state: z.enum(workStates).nullable().default(null).catch(null),
  craft: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable()
    .default(null)
    .catch(null),
  whose: z.enum(['mine', 'nobody']).nullable().default(null).catch(null),
  page: z.coerce.number().int().min(1).max(1000).default(1).catch(1),
  /** words in the name of a text whose English is shown */
  find: z
    .string()
    .default('')
    .catch('')
    .transform((text) => text.trim().slice(0, 60)),
  said: z.enum(['typed', 'fit', 'back', 'reopened']).nullable().default(null).catch(null),
})
export type QueueQuery = z.output<typeof QueueSearch>
