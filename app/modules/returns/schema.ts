import { z } from 'zod'
import { message, textField } from '~/platform/fields'
import { rowKinds } from './row-kinds'

const version = z.coerce.number().int().min(0).max(999)

export const ReturnForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('confirm'),
    seenVersion: version,
    seen: z.string().max(40).default(''),
    reason: textField({ max: 300 }),
  }),
  z.object({ intent: z.literal('below') }),
  z.object({ intent: z.literal('lock'), seenVersion: version }),
])

const missingPrefix = 'missing-'

/** The name of the tick that says that a place did not report: one name each, so that a refused form keeps every tick. */
export const missingName = (code: string): string => missingPrefix + code

/** The codes of the places that were ticked. */
export function missingCodes(names: Iterable<string>): string[] {
  return [...names]
    .filter((name) => name.startsWith(missingPrefix))
    .map((name) => name.slice(missingPrefix.length))
}

/** Said once after something was done. */
export const ReturnSearch = z.object({
  said: z.enum(['confirmed', 'below', 'amended', 'locked']).nullable().default(null).catch(null),
})

/** Which rows of a return, as it stands in the address: their kind, whether of the place itself alone, and where the page begins. */
export const ReturnRowsSearch = z.object({
  of: z.enum(rowKinds).default('income').catch('income'),
  own: z.enum(['yes']).nullable().default(null).catch(null),
  after: z
    .string()
    .regex(/^[0-9a-f.-]{1,73}$/)
    .nullable()
    .default(null)
    .catch(null),
})

/** Which rows, as the query of an address. */
export function rowsQuery({
  of,
  own,
}: Omit<z.output<typeof ReturnRowsSearch>, 'after'>): Record<string, string> {
  return own === null ? { of } : { of, own }
}

export const TemplateForm = z.object({
  file: z.file({ error: () => message('register.fileMissing') }),
})

/** Said once after the table was changed. */
export const TemplateSearch = z.object({
  said: z.enum(['changed']).nullable().default(null).catch(null),
})
