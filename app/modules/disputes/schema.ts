import { z } from 'zod'
import { choiceField, idField, message, textField } from '~/platform/fields'
import { fileKinds } from './evidence'

const texts = {
  product_description: textField({ max: 5000 }),
  shipping_carrier: textField({ max: 200 }),
  shipping_tracking_number: textField({ max: 200 }),
  shipping_date: textField({ max: 200 }),
  uncategorized_text: textField({ max: 15_000 }),
}

/** The words of an answer, as a draft. */
export const TextsForm = z.object(texts)

/** The same, handed in for good; `seen`: the last evidence that stood on the page. */
export const SubmitForm = z.object({ ...texts, seen: z.union([idField, z.literal('')]).default('') })

/** A paper and what it is; what is in the file is checked by keepFile. */
export const FileForm = z.object({
  kind: choiceField(fileKinds),
  file: z.file({ error: () => message('attachment.none') }),
})

export const DropForm = z.object({ kind: choiceField(fileKinds) })

/** Giving the money up is confirmed by a tick. */
export const AcceptForm = z.object({
  sure: z.literal('yes', { error: () => message('dispute.tickSure') }),
})

/** What the last act brought, said once. */
export const DisputeSearch = z.object({
  said: z.enum(['kept', 'keptHere', 'submitted', 'accepted']).nullable().default(null).catch(null),
})
