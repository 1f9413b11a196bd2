import { z } from 'zod'
import { choiceField, dayField, message, textField } from '~/platform/fields'
import type { MessageKey } from '~/platform/i18n/translate'

/** The code tables that the shop reads. */
export const codeLists = ['household_status', 'assistance_kind', 'poverty_cause'] as const
export type CodeList = (typeof codeLists)[number]

export const listTitle = {
  household_status: 'codes.list_household_status',
  assistance_kind: 'codes.list_assistance_kind',
  poverty_cause: 'codes.list_poverty_cause',
} as const satisfies Record<CodeList, MessageKey>

const reason = textField({ min: 2, max: 300 })
const names = { nameZh: textField({ min: 1, max: 30 }), nameEn: textField({ min: 1, max: 60 }) }
const codeField = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => /^[a-z0-9_]{1,40}$/.test(text), { error: () => message('codes.badCode') })
/** '' = without end */
const endField = z.union([z.literal('').transform(() => null), dayField]).default(null)

export const CodesSearch = z.object({
  said: z.enum(['added']).nullable().default(null).catch(null),
})

export const TermSearch = z.object({
  said: z.enum(['renamed', 'ended', 'merged']).nullable().default(null).catch(null),
})

export const AddForm = z.object({
  list: choiceField(codeLists),
  code: codeField,
  ...names,
  validFrom: dayField,
  validTo: endField,
  reason,
})
export type NewTerm = z.output<typeof AddForm>

export const RenameForm = z.object({ ...names, reason })
export const EndForm = z.object({ validTo: endField, reason })
/** For good: nothing is chosen beforehand. */
export const MergeForm = z.object({ into: z.uuid({ error: () => message('household.chooseOne') }), reason })
