import { z } from 'zod'
import { findContact } from '~/platform/contact-words'
import { choiceField, idField, message, textField } from '~/platform/fields'

/** What she says beside a picture, from the first cord to the packed parcel. */
export const productionPhrases = ['begun', 'halfway', 'detail', 'finished', 'packed'] as const

/** Pictures of one part; the database counts too. */
export const mostProductionPhotos = 12

/** The words beside a picture; the picture itself is judged by its bytes. What would lead buyer and maker out of the shop is refused, as in answers. */
export const ProductionForm = z.object({
  phrase: choiceField(productionPhrases),
  words: textField({ max: 60 }).refine((text) => findContact(text) === null, {
    error: () => message('production.noContact'),
  }),
})

export const RemovePhotoForm = z.object({ photoId: idField })

/** What has just been done, said once. */
export const ProductionSearch = z.object({
  done: z.enum(['added', 'removed']).nullable().default(null).catch(null),
})
