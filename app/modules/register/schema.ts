import { z } from 'zod'
import { registerFileLimit } from '~/body-limits'
import { message } from '~/platform/fields'
import { byField, listFields, type Mapping, neededFields } from './columns'

/** The file that is uploaded; what is wrong inside it the verb says. */
export const UploadForm = z.object({
  file: z
    .file({ error: () => message('register.fileMissing') })
    .max(registerFileLimit, { error: () => message('register.fileTooLarge') }),
})

const column = z
  .string()
  .default('')
  .transform((text) => (/^\d{1,2}$/.test(text) && Number(text) > 0 ? Number(text) : null))

const columns = byField(() => column)

/** Which column is what, and the day that the list stands for. One column is one thing. */
export const MappingForm = z.object({ ...columns, listDay: z.iso.date() }).superRefine((form, context) => {
  for (const field of neededFields)
    if (form[field] === null)
      context.addIssue({ code: 'custom', path: [field], message: message('register.columnNeeded') })
  const taken = new Set<number>()
  for (const field of listFields) {
    const chosen = form[field]
    if (chosen !== null && taken.has(chosen))
      context.addIssue({ code: 'custom', path: [field], message: message('register.columnTwice') })
    if (chosen !== null) taken.add(chosen)
  }
})

/** null too for what was not asked yet when it was said */
const storedColumn = z.number().int().nullable().default(null)

/** What was said about a list, as it is kept. */
export const StoredMapping = z.object({
  columns: z.object(byField(() => storedColumn)) satisfies z.ZodType<Mapping>,
  listDay: z.iso.date(),
})
export type StoredMapping = z.output<typeof StoredMapping>

export const ImportSearch = z.object({
  said: z.enum(['taken', 'undone', 'discarded']).nullable().default(null).catch(null),
})
