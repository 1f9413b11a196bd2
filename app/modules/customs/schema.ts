import { z } from 'zod'
import { message, textField } from '~/platform/fields'

/** What customs are told of one piece that differs from its craft. */
export const CustomsEntryForm = z.object({
  hsCode: textField({ min: 1, max: 12 })
    .transform((text) => text.normalize('NFKC').replace(/[\s.]/g, ''))
    .refine((text) => text === '' || /^\d{6}$/.test(text), { error: () => message('abroad.badHsCode') }),
  descriptionEn: textField({ min: 3, max: 60 }).refine((text) => /^[ -~]*$/.test(text), {
    error: () => message('abroad.latinOnly'),
  }),
  descriptionZh: textField({ min: 2, max: 30 }),
})
export type CustomsEntryInput = z.output<typeof CustomsEntryForm>
