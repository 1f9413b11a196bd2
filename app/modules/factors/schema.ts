import { z } from 'zod'
import { safeReturn } from '~/modules/auth/safe-return'
import { message, phoneField } from '~/platform/fields'
import { isCommonPassword } from './common-passwords'

export const shortestPassword = 10
export const longestPassword = 200

/** As it is typed: nothing is trimmed, spaces and Chinese are welcome. */
const passwordField = z.string().default('')

export const StaffSearch = z.object({
  returnTo: z
    .string()
    .optional()
    .transform((text) => safeReturn(text ?? null)),
  left: z.enum(['idle']).nullable().default(null).catch(null),
  done: z.string().optional().transform(Boolean),
})

export const StaffSignInForm = z.object({
  phone: phoneField,
  password: passwordField.refine((text) => text !== '' && text.length <= longestPassword, {
    error: () => message('errors.required'),
  }),
  returnTo: StaffSearch.shape.returnTo,
})

/** A password that is worth setting. Whether it holds her phone number the verb looks at. */
export const NewPasswordForm = z.object({
  password: passwordField.superRefine((text, context) => {
    const length = [...text].length
    const wrong = (key: Parameters<typeof message>[0], params = {}) =>
      context.addIssue({ code: 'custom', message: message(key, params) })
    if (length === 0) wrong('errors.required')
    else if (length < shortestPassword) wrong('errors.tooShort', { min: shortestPassword, actual: length })
    else if (length > longestPassword) wrong('errors.tooLong', { max: longestPassword, actual: length })
    else if (isCommonPassword(text)) wrong('factors.passwordCommon')
  }),
})

/** Another password, beside the one that counts until now. */
export const ChangePasswordForm = NewPasswordForm.extend({
  current: passwordField.refine((text) => text !== '' && text.length <= longestPassword, {
    error: () => message('errors.required'),
  }),
})

export const SecuritySearch = z.object({
  said: z.enum(['changed']).nullable().default(null).catch(null),
})

/** How many characters a recovery code has, and of which: those that nobody takes for another. */
export const recoveryLength = 16
export const recoveryLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** What somebody proves with: six digits of the app, or one of her recovery codes. */
export type FactorCode = { time: string } | { recovery: string }

/** Half- or full-width, spaces and dashes between, small letters allowed. */
const factorCodeField = z
  .string()
  .default('')
  .transform((text, context): FactorCode => {
    const plain = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
    if (/^\d{6}$/.test(plain)) return { time: plain }
    if (plain.length === recoveryLength && [...plain].every((letter) => recoveryLetters.includes(letter)))
      return { recovery: plain }
    context.addIssue({
      code: 'custom',
      message: message(plain === '' ? 'errors.required' : 'factors.codeForm'),
    })
    return z.NEVER
  })

export const FactorCodeForm = z.object({ code: factorCodeField })

/** The name of the field that a fresh proof is typed into, beside the fields of the form that asked for it. */
export const proofField = 'proofCode'

export const ProofForm = z.object({ [proofField]: factorCodeField, returnTo: StaffSearch.shape.returnTo })
