import { z } from 'zod'

/**
 * The lowest wage of an hour of part-time work (小时最低工资标准) by place: value of the dated setting `wages.minimumHourly`. A code of a province, city or county
 * (2, 4 or 6 digits) → fen an hour; the nearest place above counts. `source` says which notice of which day it was taken from.
 */
export const MinimumWages = z.object({
  source: z.string().trim().min(1).max(200),
  hourlyFen: z.record(z.string().regex(/^(\d{2}){1,3}$/), z.number().int().min(1).max(100_000)),
})
