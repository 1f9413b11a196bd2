import { z } from 'zod'
import { idField, message } from '~/platform/fields'
import { archiveLimits } from './archive-limits'
import { listLimits } from './list-columns'

const tableField = z
  .file({ error: () => message('pieces.fileMissing') })
  .max(listLimits.fileBytes, { error: () => message('pieces.fileTooLarge') })

/** The table that is sent; what is wrong inside it the verb says. */
export const TableForm = z.object({ file: tableField, sellerId: idField.optional() })

export const MendForm = z.object({ file: tableField })

/** The ZIP of a browser without scripts, as a whole. */
export const ArchiveForm = z.object({
  archive: z.file({ error: () => message('pieces.archiveMissing') }),
})

/** A piece of a ZIP on its way. */
export const ArchiveQuery = z.object({
  name: z.string().max(200),
  mark: z.string().regex(/^[\da-z-]{1,80}$/),
  bytes: z.coerce.number().int().min(1).max(archiveLimits.bytes),
  start: z.coerce.number().int().min(0).max(archiveLimits.bytes),
})

export const ListsSearch = z.object({ said: z.enum(['discarded']).nullable().default(null).catch(null) })
export const ListSearch = z.object({ said: z.enum(['taken', 'undone']).nullable().default(null).catch(null) })

/** Whose pieces go out; null: those of all her sellers. */
export const ExportSearch = z.object({ seller: idField.nullable().default(null).catch(null) })
