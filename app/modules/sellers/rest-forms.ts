import { z } from 'zod'
import { choiceField, idField, message } from '~/platform/fields'

export const restKinds = ['farm', 'rest'] as const

const dayField = z
  .string()
  .default('')
  .transform((text, context) => {
    const day = text.trim()
    const isDay =
      /^20\d\d-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
    if (!isDay)
      context.addIssue({ code: 'custom', message: message(day ? 'studio.badDay' : 'errors.required') })
    return day
  })

/** Days on which she does not work, first and last. */
export const RestForm = z.object({
  sellerId: idField,
  kind: choiceField(restKinds),
  firstDay: dayField,
  lastDay: dayField,
})
export const RestRemovalForm = z.object({ restId: idField })
export const ShopForm = z.object({ sellerId: idField })
