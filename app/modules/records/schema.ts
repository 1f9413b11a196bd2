import { z } from 'zod'
import { choiceField, idField, textField } from '~/platform/fields'

export const correctionFields = ['name', 'place', 'birth_year', 'id_number', 'shop', 'other'] as const

export const ConfirmForm = z.object({ sellerId: idField })

export const CorrectForm = z.object({
  field: choiceField(correctionFields),
  words: textField({ min: 2, max: 300 }),
})

export const CheckForm = z.object({ renewalId: idField })

export const AnswerForm = z.object({
  requestId: idField,
  decision: choiceField(['corrected', 'kept']),
  answer: textField({ min: 2, max: 300 }),
})

export const RecordSearch = z.object({
  done: z.enum(['confirmed', 'asked', 'checked', 'answered']).nullable().default(null).catch(null),
})
