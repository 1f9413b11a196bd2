import { z } from 'zod'
import { codeField } from '~/modules/auth/schema'
import { choiceField, message, textField, textTickField } from '~/platform/fields'
import { normaliseCardNumber } from './card-number'

/** Whose the card is, seen from her whose money it is. An heir's comes with the succession. */
export const holderRelations = ['self', 'spouse', 'parent', 'child', 'sibling', 'other'] as const

/** Whose money: one of her shops, or her own (a broker, an heir). */
const purseField = z.union([z.literal('me'), z.uuid()], { error: () => message('errors.badChoice') })

/** A bank card. Its number is judged by the verb, which knows whether it is a firm's. */
export const CardForm = z.object({
  purse: purseField,
  bankName: textField({ min: 2, max: 60 }),
  number: z
    .string()
    .default('')
    .transform(normaliseCardNumber)
    .refine((number) => number !== '', { error: () => message('errors.required') }),
  holder: textField({ min: 2, max: 60 }),
  relation: choiceField(holderRelations),
  /** ticked: the text under which she agrees that her money goes to another name */
  textVersionId: textTickField,
  code: codeField,
})

export const CloseCardForm = z.object({ cardId: z.uuid() })

/** Asking for a code: what else stands in the form is not judged yet. */
export const CodeRequestForm = z.object({})

export const PurseForm = z.object({ purse: purseField })

/** Opening an account with the payment provider: where she has her bank. */
export const ConnectForm = z.object({
  purse: purseField,
  country: z.string().regex(/^[A-Z]{2}$/, { error: () => message('errors.required') }),
  /** ticked: the text under which she agrees that her details go to the provider abroad */
  abroadTextId: textTickField,
})

/** What has just been done on the page of her money's ways. */
export const SettingsSearch = z.object({
  done: z.enum(['card', 'closed', 'agreed', 'withdrawn']).nullable().default(null).catch(null),
})

/** Whose card is to be registered. */
export const CardSearch = z.object({ purse: purseField.nullable().default(null).catch(null) })
