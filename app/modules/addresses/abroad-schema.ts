import { z } from 'zod'
import type { AbroadCountry } from '~/modules/abroad/send-abroad'
import { message, textField } from '~/platform/fields'
import type { Locale } from '~/platform/i18n/locale'

/** Letters, figures and signs that a carrier abroad can read; whatever else is a letter is of another writing. */
const unreadable = /[^\p{Script=Latin}\p{M}\d\s.,'’´`/#&()+:;°ºª"–-]/gu
const letter = /\p{L}/u
/** Pasted along with an address: nobody sees it, so nobody could take it out. */
const withoutUnseen = (typed: unknown) => (typeof typed === 'string' ? typed.replace(/\p{Cf}/gu, '') : typed)

/**
 * Plain lines of an address in one country. What is checked is what would make a parcel come back: Latin letters where the carrier needs them, the form of a postcode where it is
 * known, a telephone number with its country code (E.164) and an e-mail address.
 */
export function abroadFields({ name, isLatin, postcode }: AbroadCountry, locale: Locale) {
  const line = (limits: { min?: number; max: number }) =>
    z
      .preprocess(withoutUnseen, textField(limits))
      .transform((text) => text.replace(/[“”]/g, '"').normalize('NFC'))
      .superRefine((text, context) => {
        const signs = isLatin ? [...new Set(text.match(unreadable))] : []
        if (signs.some((sign) => letter.test(sign)))
          context.addIssue({ code: 'custom', message: message('abroad.latinOnly') })
        else if (signs.length > 0)
          context.addIssue({
            code: 'custom',
            message: message('abroad.badSigns', { signs: signs.join(' ') }),
          })
      })
  const country = locale === 'en' ? name.en : name.zh
  return z.object({
    name: line({ min: 2, max: 60 }),
    line1: line({ min: 3, max: 80 }),
    line2: line({ max: 80 }),
    city: line({ min: 1, max: 60 }),
    state: line({ max: 60 }),
    postcode: textField({ min: postcode ? 1 : 0, max: 12 })
      .transform((text) => text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' '))
      .refine((text) => text === '' || !postcode || new RegExp(`^(?:${postcode.pattern})$`).test(text), {
        error: () => message('abroad.badPostcode', { country, example: postcode?.example ?? '' }),
      }),
    phone: textField({ min: 1, max: 30 })
      .transform((text) =>
        text
          .normalize('NFKC')
          .replace(/[\s()./-]/g, '')
          .replace(/^00/, '+'),
      )
      .refine((text) => text === '' || /^\+[1-9]\d{6,14}$/.test(text), {
        error: () => message('abroad.badPhone'),
      }),
    email: z
      .preprocess(withoutUnseen, textField({ min: 1, max: 100 }))
      .refine((text) => text === '' || /^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)+$/.test(text), {
        error: () => message('abroad.badEmail'),
      }),
  })
}

/** The names of those fields in the order in which they stand. */
export const abroadFieldNames = [
  'name',
  'line1',
  'line2',
  'postcode',
  'city',
  'state',
  'phone',
  'email',
] as const

/** What is sealed of an address abroad. */
export const AbroadContent = z.object({
  /** ISO 3166 */
  country: z.string(),
  /** as it was called in English, for the label */
  countryName: z.string(),
  name: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  /** E.164 */
  phone: z.string(),
  email: z.string(),
})
export type AbroadContent = z.output<typeof AbroadContent>

/** What is sealed of a filled form, and nothing else of it. */
export function abroadContent(
  { code, name: { en } }: Pick<AbroadCountry, 'code' | 'name'>,
  form: z.output<ReturnType<typeof abroadFields>>,
): AbroadContent {
  const { name, line1, line2, city, state, postcode, phone, email } = form
  return { country: code, countryName: en, name, line1, line2, city, state, postcode, phone, email }
}
