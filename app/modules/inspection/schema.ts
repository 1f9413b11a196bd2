import { z } from 'zod'
import { isAuditGroup } from './audit-groups'

const day = z.iso.date().nullable().default(null).catch(null)
const id = z.uuid().nullable().default(null).catch(null)

/** What the record of access is searched by; a filter that is none is left out. */
export const AuditSearch = z.object({
  who: z.string().trim().max(40).default('').catch(''),
  act: z.string().refine(isAuditGroup).nullable().default(null).catch(null),
  from: day,
  to: day,
  place: id,
  /** the history of one thing */
  about: id,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt)
    .nullable()
    .default(null)
    .catch(null),
})
export type AuditFilter = z.output<typeof AuditSearch>
