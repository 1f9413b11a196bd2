import { z } from 'zod'
import { materials } from '~/modules/search/attributes'
import { choiceField, dayField, idField, message, textField } from '~/platform/fields'

/** Where parcels come from; nothing is stopped on its way into it. */
export const mainland = 'CN'

/** What customs are told of one piece that differs from its craft. */
export const CustomsEntryForm = z.object({
  hsCode: textField({ min: 1, max: 14 })
    .transform((text) => text.normalize('NFKC').replace(/[\s.]/g, ''))
    .refine((text) => /^\d{6,10}$/.test(text), { error: () => message('abroad.badHsCode') }),
  descriptionEn: textField({ min: 3, max: 60 }).refine((text) => /^[ -~]*$/.test(text), {
    error: () => message('abroad.latinOnly'),
  }),
  descriptionZh: textField({ min: 2, max: 30 }),
})
export type CustomsEntryInput = z.output<typeof CustomsEntryForm>

const countryField = z.string().regex(/^[A-Z]{2}$/, { error: () => message('errors.badChoice') })

/** Why an administrator changes it, for the audit. */
const whyField = textField({ min: 2, max: 200 })

/** What customs are told of all goods of a craft, from a day on. */
export const CraftCustomsForm = CustomsEntryForm.extend({
  craftId: idField,
  origin: countryField,
  from: dayField,
  why: whyField,
})
export type CraftCustomsInput = z.output<typeof CraftCustomsForm>

/** `craft:<id>` or `material:<code>`. */
const goodsField = z
  .string()
  .default('')
  .transform((text, context) => {
    const [kind, value] = text.split(':')
    const craft = kind === 'craft' ? idField.safeParse(value) : null
    if (craft?.success) return { craftId: craft.data, materialCode: null }
    const material = kind === 'material' ? choiceField(materials).safeParse(value) : null
    if (material?.success) return { craftId: null, materialCode: material.data }
    context.addIssue({ code: 'custom', message: message('errors.badChoice') })
    return z.NEVER
  })

/** What no longer passes a border from a day on; no country: none of them. */
export const BlockForm = z.object({
  goods: goodsField,
  country: countryField.optional().transform((code) => code ?? null),
  reasonZh: textField({ min: 4, max: 60 }),
  reasonEn: textField({ min: 8, max: 120 }).refine((text) => /^[ -~‘’“”–—]*$/.test(text), {
    error: () => message('abroad.latinOnly'),
  }),
  from: dayField,
  why: whyField,
})
export type BlockInput = z.output<typeof BlockForm>

/** Goods pass again, or words are no longer told, from a day on. */
export const EndCustomsForm = z.object({ id: idField, from: dayField, why: whyField })
export type EndCustomsInput = z.output<typeof EndCustomsForm>

/** What the last act brought, said once. */
export const CustomsSearch = z.object({
  said: z.enum(['blocked', 'passes', 'words', 'wordsEnded']).nullable().default(null).catch(null),
})
