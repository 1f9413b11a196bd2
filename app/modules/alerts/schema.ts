import { z } from 'zod'
import { idField, textField } from '~/platform/fields'

/** What was done about it: the words stay with the alert. */
export const CloseForm = z.object({ alertId: idField, note: textField({ min: 2, max: 500 }) })

/** Said once after an alert was closed. */
export const AlertsSearch = z.object({
  said: z.enum(['closed']).nullable().default(null).catch(null),
})
