import { z } from 'zod'
import { perPage } from '~/modules/claims/queue-page'
import { choiceField, idField, lengthOf, message, textField } from '~/platform/fields'

export const correctionFields = ['name', 'place', 'birth_year', 'id_number', 'shop', 'other'] as const

export const ConfirmForm = z.object({ sellerId: idField })

/** Longest name of a person, in characters: as an applicant gives it. */
const longestName = 30

/** A name goes onto her record as it is written here: one line, and no longer than a name. */
export const CorrectForm = z
  .object({ field: choiceField(correctionFields), words: textField({ min: 2, max: 300 }) })
  .transform((form, context) => {
    if (form.field !== 'name') return form
    const words = form.words.replace(/\s+/g, ' ')
    const actual = lengthOf(words)
    if (actual > longestName)
      context.addIssue({
        code: 'custom',
        path: ['words'],
        message: message('records.nameTooLong', { max: longestName, actual }),
      })
    return { ...form, words }
  })

export const CheckForm = z.object({ renewalId: idField })

/** A ticked shop and, where its owner has confirmed it, the renewal. */
const pickField = z.string().regex(/^[\da-f-]{36}:([\da-f-]{36})?$/)

/** The renewals of ticked shops, a page of them at most; one that nobody has confirmed is left out. */
export const CheckManyForm = z.object({
  picks: z
    .array(pickField)
    .max(perPage)
    .prefault([])
    .transform((picks) => picks.map((pick) => pick.slice(37)).filter((renewalId) => renewalId !== ''))
    .refine((renewalIds) => renewalIds.length > 0, { error: () => message('records.tickOne') }),
})

export const AnswerForm = z.object({
  requestId: idField,
  decision: choiceField(['corrected', 'kept']),
  answer: textField({ min: 2, max: 300 }),
})

export const RecordSearch = z.object({
  done: z.enum(['confirmed', 'asked', 'checked', 'answered']).nullable().default(null).catch(null),
})
