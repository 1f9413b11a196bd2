import { z } from 'zod'
import { findContact } from '~/platform/contact-words'
import { choiceField, message, textField, textTickField } from '~/platform/fields'
import { publicConsents } from './public-consents'

export const WithdrawForm = z.object({ purpose: choiceField(publicConsents) })

export const GiveForm = z.object({
  purpose: choiceField(publicConsents),
  textId: textTickField,
  words: textField({ max: 200 }).refine((text) => findContact(text) === null, {
    error: () => message('consents.noContact'),
  }),
})

export const ConsentsSearch = z.object({
  done: z.enum(['given', 'withdrawn']).nullable().default(null).catch(null),
})
