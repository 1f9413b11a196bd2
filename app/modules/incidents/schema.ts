import { z } from 'zod'
import { dayField, idField, message, normalisePhone, textField } from '~/platform/fields'
import { recordKinds } from './readings'

/** How far back one question goes, days. */
const longestSpan = 400

/** What does not belong together is said beside every other fault, not after it. */
const whateverElse = { when: () => true }

/** What is asked about an incident: a span of days, and one account, one kind of record or one person. */
export const IncidentForm = z
  .object({
    from: dayField,
    to: dayField,
    by: z.enum(['staff', 'record', 'person']),
    phone: z.string().default('').transform(normalisePhone),
    record: z.enum(recordKinds).optional().catch(undefined),
    reason: textField({ min: 2, max: 300 }),
  })
  .superRefine(({ from, to, by, phone, record }, context) => {
    const ask = (field: string, text: string) =>
      context.addIssue({ code: 'custom', path: [field], message: text })
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
    if (days < 0 || days > longestSpan) ask('to', message('incident.badSpan', { max: longestSpan }))
    if (by !== 'record' && phone === '') ask('phone', message('errors.required'))
    if (by === 'record' && !record) ask('record', message('errors.required'))
  }, whateverElse)
export type AskedIncident = z.output<typeof IncidentForm>

/** The same in the address of the file: `about` is the id of a user or a person, or a kind of record. No number stands in it. */
export const IncidentSearch = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(['staff', 'record', 'person']),
  about: z.union([idField, z.enum(recordKinds)]),
  reason: textField({ min: 2, max: 300 }),
})
export type IncidentQuestion = z.output<typeof IncidentSearch>
