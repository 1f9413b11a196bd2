import { z } from 'zod'
import { message } from '~/platform/fields'

/** A code as it is typed, full-width or small, with blanks: in capitals, '' for none. */
export const promoCodeField = z
  .string()
  .max(60)
  .default('')
  .transform((text, context) => {
    const code = cleanCode(text)
    if (code !== '' && !/^[0-9A-Z-]{3,24}$/.test(code))
      context.addIssue({ code: 'custom', message: message('promotion.unknown') })
    return code
  })

/** The form of a code; an empty one takes the code off. */
export const PromoCodeForm = z.object({ promoCode: promoCodeField })

/** How a code is compared. */
export function cleanCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
