import { z } from 'zod'
import { emailField } from '~/platform/fields'

const line = z.string().trim().min(1).max(80).nullable()

/** How the shop is reached: value of the dated setting `site.contact`. Each is shown as it is written, null is not shown; hours are of the telephone. */
export const Contact = z.object({
  phone: z
    .string()
    .regex(/^\+?[\d -]{5,20}$/)
    .nullable(),
  hoursZh: line,
  hoursEn: line,
  email: emailField.nullable(),
})
export type Contact = z.output<typeof Contact>
