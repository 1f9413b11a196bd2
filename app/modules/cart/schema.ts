import { z } from 'zod'
import { PromoCodeForm } from '~/modules/promotions/promo-code'
import { mostPerLine } from '~/modules/search/availability'
import { idField, integerField, message } from '~/platform/fields'

/** most different pieces in one basket */
export const mostLines = 60

/** 1 to 99, also typed with full-width digits. */
const quantityField = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC') : value),
  integerField({ min: 1, max: mostPerLine }),
)

/** Into the basket; `buy` goes on to the checkout. */
const AddForm = z.object({
  intent: z.enum(['add', 'buy']),
  variantId: idField,
  quantity: quantityField,
})

const SetForm = z.object({ intent: z.literal('set'), variantId: idField, quantity: quantityField })

const RemoveForm = z.object({ intent: z.literal('remove'), variantId: idField })

const CodeForm = PromoCodeForm.extend({ intent: z.literal('code') })

/** Every form that is posted to the basket. */
export const CartForm = z.discriminatedUnion('intent', [AddForm, SetForm, RemoveForm, CodeForm])

const Mend = z.discriminatedUnion('intent', [SetForm, RemoveForm])

/** A button of the checkout that puts one piece right: `remove:<variant>` or `set:<variant>:<quantity>`. */
export const MendForm = z.object({
  mend: z.string().transform((text, context) => {
    const [intent, variantId, quantity] = text.split(':')
    const mend = Mend.safeParse({ intent, variantId, quantity })
    if (mend.success) return mend.data
    context.addIssue({ code: 'custom', message: message('errors.badChoice') })
    return z.NEVER
  }),
})

/** A piece to put into the basket. */
export type AddInput = z.output<typeof AddForm>
