import { z } from 'zod'
import { choiceField, phoneField, textField } from '~/platform/fields'

/** The roles that are given on the screen; the others come with what somebody does in the shop. */
export const staffRoles = ['coordinator', 'finance', 'admin'] as const

export const UsersSearch = z.object({
  /** part of a name; '' = everybody */
  name: z.string().trim().max(40).default('').catch(''),
})

export const UserSearch = z.object({
  said: z.enum(['granted', 'ended', 'reset']).nullable().default(null).catch(null),
  /** part of the name or the code of a town or village that is to be chosen */
  q: z.string().trim().max(40).default('').catch(''),
})

export const FindForm = z.object({ phone: phoneField })

const reason = textField({ min: 2, max: 300 })

export const GrantForm = z.object({
  role: choiceField(staffRoles),
  regionId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  /** of somebody who has none yet */
  name: textField({ max: 30 }),
  reason,
})

/** Without a role it ends them all: she leaves. */
export const EndForm = z.object({ roleId: z.uuid().optional(), reason })

/** Why somebody's password and codes are taken away. */
export const ResetForm = z.object({ reason })
