import { z } from 'zod'
import { DeskPhones } from '~/modules/regions/desk-phones'
import { MinimumWages } from '~/modules/regions/minimum-wage'
import { Contact } from '~/modules/settings/contact'
import type { Feature } from '~/modules/settings/features'
import { Licences } from '~/modules/settings/licences'
import { emailField, message, textField, tickField } from '~/platform/fields'
import { parseYuan, toSafeNumber } from '~/platform/money'

export const SettingsSearch = z.object({
  said: z.enum(['licences', 'contact', 'wages', 'phones', 'features']).nullable().default(null).catch(null),
})

/** why it is changed, for the record */
const note = textField({ min: 2, max: 300 })
const licence = textField({ max: 80 }).transform((text) => text || null)

export const LicencesForm = z
  .object({ icp: licence, police: licence, licence, note })
  .transform(({ note: why, ...value }) => ({ note: why, value: Licences.parse(value) }))

const noLine = z
  .string()
  .optional()
  .transform((text): string | null | undefined => (text?.trim() ? text : null))

/** What is left empty is not shown. */
export const ContactForm = z
  .object({
    phone: textField({ max: 20 })
      .refine((text) => text === '' || Contact.shape.phone.safeParse(text).success, {
        error: () => message('settings.badPhone'),
      })
      .transform((text) => text || null),
    hoursZh: licence,
    hoursEn: licence,
    email: noLine.pipe(emailField.nullable()),
    note,
  })
  .transform(({ note: why, ...value }) => ({ note: why, value }))

const wages = textField({ min: 1, max: 5000 }).transform((text, context) => {
  const hourlyFen: Record<string, number> = {}
  for (const [at, line] of linesOf(text)) {
    const [code = '', amount = '', ...more] = line.split(/\s+/)
    const fen = parseYuan(amount)
    const isGood = more.length === 0 && !(code in hourlyFen) && fen !== null
    if (!isGood || !MinimumWages.shape.hourlyFen.safeParse({ [code]: toSafeNumber(fen) }).success)
      context.addIssue({ code: 'custom', message: message('settings.badWageLine', { line: at }) })
    else hourlyFen[code] = toSafeNumber(fen)
  }
  return hourlyFen
})

/** One line a place: code, space, yuan an hour. */
export const WagesForm = z
  .object({ source: textField({ min: 2, max: 200 }), lines: wages, note })
  .transform(({ source, lines, note: why }) => ({ note: why, value: { source, hourlyFen: lines } }))

const phones = textField({ min: 1, max: 20_000 }).transform((text, context) => {
  const offices: z.output<typeof DeskPhones> = {}
  for (const [at, line] of linesOf(text)) {
    const [code = '', nameZh, nameEn, phone, ...more] = line.split(/[|｜]/).map((part) => part.trim())
    const parsed = DeskPhones.safeParse({ [code]: { nameZh, nameEn, phone } })
    if (!parsed.success || more.length > 0 || code in offices)
      context.addIssue({ code: 'custom', message: message('settings.badPhoneLine', { line: at }) })
    else Object.assign(offices, parsed.data)
  }
  return offices
})

/** One line an office: code | its name in Chinese | in English | its number. */
export const PhonesForm = z
  .object({ offices: phones, note })
  .transform(({ offices, note: why }) => ({ note: why, value: offices }))

/** Ticked is on. */
export const FeaturesForm = z
  .object({ questions: tickField, joining: tickField, transfers: tickField, note } satisfies Record<
    Feature | 'note',
    unknown
  >)
  .transform(({ note: why, ...wanted }) => ({ note: why, wanted }))

/** Lines with something in them, each with its number as an editor counts. */
function linesOf(text: string): [number, string][] {
  return text
    .split('\n')
    .map((line, index): [number, string] => [index + 1, line.trim()])
    .filter(([, line]) => line !== '')
}
