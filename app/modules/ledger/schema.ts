import { z } from 'zod'
import type { AccountKind } from '~/generated/prisma/enums'
import { kindTitle } from './account-words'

const isKind = (text: string): text is AccountKind => text in kindTitle

/** The day whose end is shown; a kind of account opens into the accounts of that kind. */
export const LedgerSearch = z.object({
  day: z.iso.date().nullable().default(null).catch(null),
  owner: z.enum(['seller', 'person']).nullable().default(null).catch(null),
  kind: z.string().refine(isKind).nullable().default(null).catch(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY')
    .catch('CNY'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

/** How far down an account's entries. */
export const AccountSearch = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .nullable()
    .default(null)
    .catch(null),
})
