import { z } from 'zod'
import { message, textField } from '~/platform/fields'

/** Says why two sides differ: the words stay with the row. */
export const ExplainForm = z.object({
  differenceId: z.uuid(),
  explanation: textField({ min: 2, max: 500 }),
})

export const CompareForm = z.object({ source: z.enum(['provider', 'bank']) })

/** What is in the file is checked by readStatement. */
export const StatementForm = z.object({
  file: z.file({ error: () => message('reconciliation.noFile') }),
})

/** What the last act brought, said once. */
export const ReconciliationSearch = z.object({
  said: z.enum(['compared', 'explained', 'imported']).nullable().default(null).catch(null),
})
