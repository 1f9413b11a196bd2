import { z } from 'zod'
import { monthInAddress } from '~/platform/fields'

/** Income at whose day of earning the household had no status. */
export const noStatus = '-'

const word = z
  .string()
  .regex(/^[a-z0-9_-]{1,60}$/)
  .nullable()
  .default(null)
  .catch(null)

/** Which rows of a month's income a page shows, as it stands in the address; what is none of these words is left out. */
export const IncomeRowsSearch = z.object({
  of: z.enum(['income', 'assistance']).default('income').catch('income'),
  month: monthInAddress,
  /** statistical code; null for her whole region */
  place: z
    .string()
    .regex(/^\d{2,12}$/)
    .nullable()
    .default(null)
    .catch(null),
  /** of the place itself, without those below */
  own: z.enum(['yes']).nullable().default(null).catch(null),
  /** of the day of earning */
  status: word,
  source: z.enum(['sale', 'piecework']).nullable().default(null).catch(null),
  /** those alone who earned for the first time */
  fresh: z.enum(['yes']).nullable().default(null).catch(null),
  /** of assistance */
  kind: word,
  after: z
    .string()
    .refine((text) => text.split('.').every((id) => z.uuid().safeParse(id).success))
    .nullable()
    .default(null)
    .catch(null),
})
export type IncomeFilter = z.output<typeof IncomeRowsSearch>

/** A filter as the query of an address, without what is not set. */
export function incomeQuery(filter: Partial<IncomeFilter>): Record<string, string> {
  const entries = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] != null)
  return Object.fromEntries(entries)
}
