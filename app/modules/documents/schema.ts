import { z } from 'zod'
import { choiceField, dayField, textField } from '~/platform/fields'
import { documentKinds } from './document-kinds'

/** Which version of a document is asked for; anything else is the one in force. */
export const DocumentSearch = z.object({
  version: z.coerce.number().int().min(1).max(10_000).nullable().default(null).catch(null),
})

export const DocumentsSearch = z.object({
  /** whose next version is written */
  kind: z.enum(documentKinds).default('terms').catch('terms'),
  said: z.enum(['published']).nullable().default(null).catch(null),
})

export const PublishForm = z.object({
  kind: choiceField(documentKinds),
  from: dayField,
  titleZh: textField({ min: 2, max: 60 }),
  titleEn: textField({ min: 2, max: 100 }),
  bodyZh: textField({ min: 20, max: 20_000 }),
  bodyEn: textField({ min: 20, max: 40_000 }),
})
