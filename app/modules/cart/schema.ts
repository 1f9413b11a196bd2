import { z } from 'zod'
import { answersField } from '~/modules/catalog/wishes'
import { promoCodeField } from '~/modules/promotions/promo-code'
import { mostPerLine } from '~/modules/search/availability'
import { idField, integerField, message } from '~/platform/fields'

/** most different pieces in one basket */
export const mostLines = 60

/** 1 to 99, also typed with full-width digits. */
const quantityField = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC') : value),
  integerField({ min: 1, max: mostPerLine }),
)

/** Of each kind what it cost on the page from which this was sent: "<variant>:<fen>", with blanks between. */
const seenField = z
  .string()
  .default('')
  .transform((text) => new Map(text.split(' ').flatMap(priceSeen)))
  .catch(new Map())

function priceSeen(word: string): [string, bigint][] {
  const [, variantId = '', fen = ''] = /^([\da-f-]{36}):(\d{1,12})$/.exec(word) ?? []
  return variantId === '' ? [] : [[variantId, BigInt(fen)]]
}

/** Into the basket; `buy` goes on to a checkout of its own. */
export const AddForm = z.object({
  intent: z.enum(['add', 'buy']),
  variantId: idField,
  quantity: quantityField,
  answers: answersField,
  seen: seenField,
})

/** Which line: lines of one variant differ by what was answered to the maker's questions. */
const line = {
  variantId: idField,
  answersKey: z
    .string()
    .regex(/^(?:[\da-f]{32})?$/)
    .default(''),
}

/** A number that stands in the basket, and the one that its page showed: what nobody typed over changes nothing. */
const numberTyped = z.object({ ...line, quantity: quantityField, shown: z.string().default('') })

/** The basket as it is posted, by whichever of its buttons: all that was typed goes along. Without a code in it the code stays as it is. */
export const CartForm = z.object({
  intent: z.enum(['set', 'code', 'checkout']),
  lines: z.array(numberTyped).max(mostLines).default([]),
  promoCode: promoCodeField.optional(),
})

/** What may have been typed into the basket, whichever button sends it. */
export type Typed = Omit<z.output<typeof CartForm>, 'intent'>

/** A number that stands in the basket as it was posted. */
export type NumberTyped = z.output<typeof numberTyped>

const Mend = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('set'), ...line, quantity: quantityField }),
  z.object({ intent: z.literal('remove'), ...line }),
])

/** A button of the basket or the checkout that puts one line right: `remove:<variant>` or `set:<variant>:<quantity>`, with the key of its answers behind. */
export const MendForm = z.object({
  mend: z.string().transform((text, context) => {
    const [intent, variantId, ...rest] = text.split(':')
    const [quantity, answersKey] = intent === 'set' ? rest : [undefined, ...rest]
    const mend = Mend.safeParse({ intent, variantId, quantity, answersKey })
    if (mend.success) return mend.data
    context.addIssue({ code: 'custom', message: message('errors.badChoice') })
    return z.NEVER
  }),
})

/** A button that puts one line of the basket right, with all else that was typed. */
export const BasketMendForm = MendForm.extend(CartForm.omit({ intent: true }).shape)

/** A piece to put into the basket. */
export type AddInput = z.output<typeof AddForm>
