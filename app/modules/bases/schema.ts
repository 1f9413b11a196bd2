import { z } from 'zod'
import { idField, integerField, textField, tickField } from '~/platform/fields'

/** What is told of a base beside its shop. */
export const BaseForm = z.object({
  hostZh: textField({ min: 2, max: 60 }),
  hostEn: textField({ min: 2, max: 120 }),
  supportZh: textField({ min: 4, max: 300 }),
  supportEn: textField({ min: 4, max: 600 }),
  sinceYear: integerField({ min: 1950, max: 2100 }),
  /** what its makers send of one order goes in one parcel */
  sendsTogether: tickField,
})
export type BaseWords = z.output<typeof BaseForm>

/** A maker by her shop's name or the last part of its address. */
export const JoinBaseForm = z.object({ shop: textField({ min: 2, max: 80 }) })

export const LeaveBaseForm = z.object({ memberId: idField })

/** What was just done to a base at the desk, said once. */
export const BaseSearch = z.object({
  base: z.enum(['saved', 'joined', 'left']).nullable().default(null).catch(null),
})
