import { z } from 'zod'
import { readIdNumber } from '~/modules/register/id-number'
import {
  choiceField,
  idField,
  integerField,
  isDay,
  message,
  textField,
  textTickField,
  tickField,
} from '~/platform/fields'
import { applicationReasons, type checksAsked } from './checks'
import { readCreditCode } from './credit-code'
import { applicantKinds, joinSteps } from './steps'

export const JoinSearch = z.object({
  step: z
    .enum([...joinSteps, 'check'])
    .nullable()
    .default(null)
    .catch(null),
  done: z.enum(['saved', 'submitted', 'card']).nullable().default(null).catch(null),
})

export const KindForm = z.object({ kind: choiceField(applicantKinds) })

/** Left empty: the number that is on file stays. */
const idNumberField = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const found = readIdNumber(text)
    if (typeof found !== 'string') return found.value
    context.addIssue({
      code: 'custom',
      message: message(found, { length: [...text.replace(/[\s-]/g, '')].length }),
    })
    return null
  })

export const WhoForm = z.object({ realName: textField({ min: 2, max: 30 }), idNumber: idNumberField })

/** Nothing is chosen for her: an empty one is asked for again. */
export const PlaceForm = z.object({
  placeId: z
    .string({ error: () => message('errors.required') })
    .min(1, { error: () => message('errors.required'), abort: true })
    .pipe(idField),
})

export const CraftForm = z.object({
  craft: textField({ min: 1, max: 80 }),
  years: integerField({ min: 0, max: 80 }),
  shopName: textField({ min: 2, max: 20 }),
})

/** A press alone. */
export const NoFields = z.object({})

export const PhotoForm = z.object({ attachmentId: idField })

export const LicenceForm = z.object({
  licenceName: textField({ min: 2, max: 60 }),
  licenceCode: z
    .string()
    .default('')
    .transform((text, context) => {
      const found = readCreditCode(text)
      if ('code' in found) return found.code
      context.addIssue({ code: 'custom', message: message(found.fault, { actual: found.actual }) })
      return ''
    }),
  /** empty: for ever */
  licenceUntil: z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .refine((day) => day === null || isDay(day), { error: () => message('joining.badDay') }),
})

export const DeclarationForm = z.object({ textId: textTickField })

export const HouseholdForm = z.object({
  claim: choiceField(['registered', 'none']),
  words: textField({ max: 60 }),
})

export const AgreementForm = z.object({ textId: textTickField })

/** Each consent is a box of its own: its value is the version that stood beside it. */
export const ConsentsForm = z.object({
  public_name: textTickField,
  public_story: textTickField,
  public_photo: textTickField,
  public_voice: textTickField,
})

// the desk

export const queueStates = ['submitted', 'recommended', 'returned', 'approved', 'refused'] as const

export const QueueSearch = z.object({
  state: z.enum(queueStates).nullable().default(null).catch(null),
  kind: z.enum(applicantKinds).nullable().default(null).catch(null),
  done: z.enum(['moved']).nullable().default(null).catch(null),
})

export const DeskSearch = z.object({
  done: z.enum(['recommended', 'returned', 'refused', 'approved']).nullable().default(null).catch(null),
})

export const RecommendForm = z.object({
  identity: tickField,
  craft: tickField,
  sample: tickField,
  licence: tickField,
} satisfies Record<(typeof checksAsked)[number], typeof tickField>)

export const TurnDownForm = z.object({
  reasonCode: choiceField(applicationReasons),
  words: textField({ min: 2, max: 300 }),
  /** '' = it stays */
  toCounty: z.union([z.literal('').transform(() => null), idField]).default(null),
})
