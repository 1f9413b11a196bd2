import { z } from 'zod'
import { idField, textField } from '~/platform/fields'
import { quarterIn } from './quarters'

const quarterField = z.string().transform((name, context) => {
  const quarter = quarterIn(name)
  if (quarter === null) context.addIssue({ code: 'custom', message: 'no quarter' })
  return quarter ?? ''
})

export const ReportSearch = z.object({
  quarter: quarterField.nullable().default(null).catch(null),
  version: z.coerce.number().int().min(1).max(1000).nullable().default(null).catch(null),
  said: z.enum(['made']).nullable().default(null).catch(null),
})

export const MakeForm = z.object({ quarter: quarterField, reason: textField({ max: 300 }) })

/** Why the file is taken away. */
const fileReason = textField({ min: 2, max: 300 })
export const FileForm = z.object({ reportId: idField, reason: fileReason })
export const FileSearch = z.object({ reason: fileReason.catch('') })
