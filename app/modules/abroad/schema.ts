import { z } from 'zod'
import { choiceField, dayField, idField, integerField, message, tickField } from '~/platform/fields'
import { parseYuan } from '~/platform/money'

const countryField = z.string().regex(/^[A-Z]{2}$/, { error: () => message('errors.badChoice') })

/** Where parcels go, and the page to which she goes back. */
export const DestinationForm = z.object({ country: countryField, back: z.string().default('/') })

export const DestinationSearch = z.object({
  back: z.string().default('/').catch('/'),
  /** which one the page begins with; without it the one that she chose before */
  country: countryField.optional().catch(undefined),
})

/** Which country a form is for; anything else is the mainland. */
export const CountrySearch = z.object({ country: countryField.default('CN').catch('CN') })

/** Yuan, as fen. */
const moneyField = z
  .string()
  .default('')
  .transform((text, context) => {
    const fen = parseYuan(text)
    if (text.trim() === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (fen === null) context.addIssue({ code: 'custom', message: message('errors.badMoney') })
    return fen ?? 0n
  })

const positiveMoneyField = moneyField.refine((fen) => fen > 0n, { error: () => message('errors.badMoney') })

/** Nothing: never free. */
const optionalMoneyField = z.union([
  z.literal('').transform(() => null),
  z.undefined().transform(() => null),
  moneyField,
])

const gramsField = integerField({ min: 1, max: 50_000 })

/** Postage inside the mainland from a day on. */
export const InlandForm = z.object({ parcel: moneyField, freeFrom: optionalMoneyField, from: dayField })
export type InlandInput = z.output<typeof InlandForm>

export const services = ['epacket', 'parcel', 'ems'] as const

/** What a service asks for a parcel into a zone from a day on. */
export const RateForm = z.object({
  zoneId: idField,
  service: choiceField(services),
  firstGrams: gramsField,
  first: positiveMoneyField,
  stepGrams: gramsField,
  step: moneyField,
  mostGrams: gramsField,
  daysFrom: integerField({ min: 1, max: 180 }),
  daysTo: integerField({ min: 1, max: 180 }),
  isTracked: tickField,
  from: dayField,
})
export type RateInput = z.output<typeof RateForm>

/** A service is no longer offered from a day on. */
export const EndRateForm = z.object({ rateId: idField, from: dayField })

/** What the last act brought, said once. */
export const PostageSearch = z.object({
  said: z.enum(['inland', 'rate', 'ended']).nullable().default(null).catch(null),
})
