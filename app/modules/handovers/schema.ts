import { z } from 'zod'
import { codeField } from '~/modules/auth/schema'
import { idField, message, phoneField, textField, tickField } from '~/platform/fields'

/** A coordinator proposes that a shop goes from one of its owners to somebody else. */
export const ProposeHandoverForm = z.object({
  fromPersonId: idField,
  heirName: textField({ min: 2, max: 40 }),
  heirPhone: phoneField,
  note: textField({ min: 4, max: 200 }),
})

/** One of the two agrees, with the code of her own phone. */
export const AgreeHandoverForm = z.object({
  handoverId: idField,
  code: codeField,
  agreed: tickField.refine((isTicked) => isTicked, { error: () => message('closing.tickFirst') }),
})

/** A handover by its number: to end it, or to be sent a code for it. */
export const HandoverForm = z.object({ handoverId: idField })

export const HandoversSearch = z.object({
  done: z.enum(['agreed', 'given', 'taken', 'ended']).nullable().default(null).catch(null),
})
