import { z } from 'zod'
import { contactField } from '~/modules/reports/schema'
import { idField, textField } from '~/platform/fields'
import { isPhrase } from './phrases'

/** messages of one person in an hour, photos with one message, characters of one */
export const mostPerHour = 30
export const mostPhotos = 4
export const longest = 2000

/** A message as it is sent. A phrase comes from the button that was pressed; words, photos or both may stand beside it. */
export const MessageForm = z.object({
  token: idField,
  phrase: z.string().refine(isPhrase).nullable().default(null),
  words: textField({ max: longest }),
})
export type MessageInput = z.output<typeof MessageForm>

/** What is wrong with a conversation, in the words of whoever reports it, and how she is reached. */
export const TalkReportForm = z.object({ report: textField({ min: 5, max: 2000 }), contact: contactField })
export type TalkReport = z.output<typeof TalkReportForm>
