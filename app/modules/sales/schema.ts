import { z } from 'zod'
import { isDay } from '~/platform/fields'

/** The ways in which an order comes about. */
export const channels = ['retail', 'ahead', 'trade', 'contract', 'fair'] as const
/** The ways in which it is paid; what is none of the others is `other`. */
export const waysToPay = ['alipay', 'wechat_pay', 'card', 'bank_transfer', 'other'] as const

/** Goods of no craft, makers of no base. */
export const none = 'none'

const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .nullable()
  .default(null)
  .catch(null)

/** What a page of sales shows, as it stands in the address; what is none of these words is left out. */
export const SalesSearch = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null)
    .catch(null),
  /** statistical code; null for her whole region */
  place: z
    .string()
    .regex(/^\d{4,12}$/)
    .nullable()
    .default(null)
    .catch(null),
  craft: slug,
  seller: slug,
  base: slug,
  channel: z.enum(channels).nullable().default(null).catch(null),
  paidBy: z.enum(waysToPay).nullable().default(null).catch(null),
})
export type SalesFilter = z.output<typeof SalesSearch>

/** Where a page of rows begins: after a day and a part of an order. */
export const SalesRowsSearch = SalesSearch.extend({
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/)
    .refine((text) => isDay(text.slice(0, 10)) && z.uuid().safeParse(text.slice(11)).success)
    .nullable()
    .default(null)
    .catch(null),
})

/** Where a page of payments begins: after one of them. */
export const SalesPayoutsSearch = SalesSearch.extend({
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .default(null)
    .catch(null),
})

/** A filter as the query of an address, without what is not set. */
export function salesQuery(filter: SalesFilter, over: Partial<SalesFilter> = {}): Record<string, string> {
  const entries = Object.entries({ ...filter, ...over }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return Object.fromEntries(entries)
}
