import { z } from 'zod'
import { codeField } from '~/modules/auth/schema'
import { idField, message, phoneField, textField } from '~/platform/fields'

/** Four to six digits, half- or full-width. Whether it is among those that are guessed first the verb looks at, which knows her number. */
const pinField = z
  .string()
  .default('')
  .transform((text, context) => {
    const digits = text.normalize('NFKC').replace(/\s/g, '')
    if (digits === '') context.addIssue({ code: 'custom', message: message('errors.required') })
    else if (!/^\d{4,6}$/.test(digits))
      context.addIssue({ code: 'custom', message: message('point.pinForm') })
    return digits
  })

export const PinForm = z.object({ pin: pinField })

export const JoinPhoneForm = z.object({ phone: phoneField })

export const JoinForm = z
  .object({ code: codeField, pin: pinField, again: pinField })
  .refine(({ pin, again }) => pin === again, {
    path: ['again'],
    error: () => message('point.pinDiffers'),
  })

/** The place where a device stands: a base, or a place of the region. */
const placeField = z
  .string()
  .default('')
  .transform((text, context): { kind: 'base' | 'region'; id: string } => {
    const found = /^(base|region):([0-9a-f-]{36})$/.exec(text)
    const [, kind, id] = found ?? []
    if (id && z.uuid().safeParse(id).success && (kind === 'base' || kind === 'region')) return { kind, id }
    context.addIssue({ code: 'custom', message: message('errors.required') })
    return z.NEVER
  })

export const OpenPointForm = z.object({ name: textField({ min: 1, max: 40 }), place: placeField })

export const PointForm = z.object({ pointId: idField })

export const TileForm = z.object({ memberId: idField })

/** Said once after a deed. */
export const PointSearch = z.object({ done: z.enum(['revoked', 'removed', '']).catch('') })
