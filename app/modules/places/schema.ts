import { z } from 'zod'
import { message, textField } from '~/platform/fields'

/** What lies below what, and how many digits its statistical code has. */
export const below = {
  city: { level: 'county', digits: 6 },
  county: { level: 'town', digits: 9 },
  town: { level: 'village', digits: 12 },
} as const

const codeText = /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/
const codeField = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => codeText.test(text), { error: () => message('places.badCode') })

const reason = textField({ min: 2, max: 300 })
const names = { nameZh: textField({ min: 2, max: 30 }), nameEn: textField({ max: 60 }) }

export const PlacesSearch = z.object({
  /** a name of today or of before, or a code; '' = what lies below `in` */
  q: z.string().trim().max(40).default('').catch(''),
  in: z.string().regex(codeText).nullable().default(null).catch(null),
})

/** Where it would move, and by which code: what would go over is shown first. */
export const LookForm = z.object({ to: codeField, code: codeField })

export const PlaceSearch = z.object({
  said: z.enum(['renamed', 'added', 'ended', 'moved']).nullable().default(null).catch(null),
})

export const RenameForm = z.object({ ...names, reason })
export const AddForm = z.object({ ...names, code: codeField, reason })
export const EndForm = z.object({ reason })
export const MoveForm = z.object({ to: codeField, code: codeField, reason })
