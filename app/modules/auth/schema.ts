import { z } from 'zod'
import { emailField, message, phoneField } from '~/platform/fields'
import { safeReturn } from './safe-return'

/** Six digits, half- or full-width, spaces and dashes between them allowed. */
export const codeField = z
  .string()
  .default('')
  .transform((text, context) => {
    const digits = text.normalize('NFKC').replace(/[\s-]/g, '')
    if (digits === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (!/^\d{6}$/.test(digits))
      context.addIssue({ code: 'custom', message: message('account.codeSixDigits') })
    return digits
  })

export const PhoneForm = z.object({
  phone: phoneField,
  returnTo: z
    .string()
    .optional()
    .transform((text) => safeReturn(text ?? null)),
})

/** minutes for which a sign-in link is good */
export const linkMinutes = 15

export const EmailForm = z.object({ email: emailField, returnTo: PhoneForm.shape.returnTo })

export const CodeForm = z.object({ code: codeField })

export const DeviceForm = z.object({ sessionId: z.uuid() })
