import { z } from 'zod'

/**
 * By which number a maker rings her coordinator: value of the dated setting `desk.phones`. A code of a province, city or county (2, 4 or 6 digits) → the office and its
 * number; the nearest place above counts. An office's number, never a person's.
 */
export const DeskPhones = z.record(
  z.string().regex(/^(\d{2}){1,3}$/),
  z.object({
    nameZh: z.string().trim().min(1).max(40),
    nameEn: z.string().trim().min(1).max(80),
    phone: z.string().regex(/^[0-9][0-9 -]{5,18}$/),
  }),
)
export type DeskPhone = z.output<typeof DeskPhones>[string]
