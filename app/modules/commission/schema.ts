import { z } from 'zod'
import type { Day } from '~/platform/calendar'
import {
  choiceField,
  dayField,
  idField,
  isDay,
  message,
  optionalIntegerField,
  textField,
} from '~/platform/fields'
import { parseYuan } from '~/platform/money'

/** Kinds of seller that a rule may ask for, in the order in which they are shown. */
export const sellerKinds = ['individual', 'workshop', 'company', 'base', 'institution'] as const

/** Per cent with at most two decimals, as basis points. */
const percentField = z
  .string()
  .default('')
  .transform((text, context) => {
    const clean = text.normalize('NFKC').replace(/[\s%]/g, '')
    const bps = /^\d{1,3}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : -1
    if (bps < 0 || bps > 10_000)
      context.addIssue({ code: 'custom', message: message('commission.badPercent') })
    return bps
  })

/** A day or nothing: null. */
const optionalDayField = z
  .string()
  .default('')
  .transform((text, context): Day | null => {
    if (text === '') return null
    if (!isDay(text)) context.addIssue({ code: 'custom', message: message('errors.required') })
    return text
  })

const orNothing = z.literal('').transform(() => null)

/** A rule from a day on; without craft, kind and campaign it is the one for everything else. */
export const AddRuleForm = z.object({
  priority: optionalIntegerField({ min: 1, max: 9999 }),
  craftId: z.union([orNothing, idField]).default(null),
  sellerKind: z.union([orNothing, choiceField(sellerKinds)]).default(null),
  campaign: textField({ max: 40 }),
  bps: percentField,
  taxBps: percentField,
  from: dayField,
  until: optionalDayField,
  note: textField({ min: 2, max: 300 }),
})

export const EndRuleForm = z.object({ ruleId: idField, from: dayField })

/** Goods to try the rules on, and what the last act brought, said once. */
export const CommissionSearch = z.object({
  craft: z.uuid().nullable().default(null).catch(null),
  kind: z.enum(sellerKinds).default('individual').catch('individual'),
  day: z.string().refine(isDay).nullable().default(null).catch(null),
  /** as typed, and as fen; null: it is no amount */
  price: z
    .string()
    .max(20)
    .catch('')
    .default('100')
    .transform((text) => ({ text, fen: parseYuan(text) })),
  said: z.enum(['added', 'ended']).nullable().default(null).catch(null),
})
