import { z } from 'zod'
import { type ContactWord, findContact } from '~/platform/contact-words'
import { idField, message, textField } from '~/platform/fields'

/** questions of one visitor that wait for an answer about one piece, and of one network address in a day */
export const mostWaiting = 3
export const mostPerDay = 20

const faults = {
  number: 'question.noNumber',
  link: 'question.noLink',
  account: 'question.noAccount',
} as const satisfies Record<ContactWord, string>

/** Words that everybody may read: no way to reach anybody is in them. */
function publicWords({ min, max }: { min: number; max: number }) {
  return textField({ min, max }).superRefine((text, context) => {
    const contact = findContact(text)
    if (contact) context.addIssue({ code: 'custom', message: message(faults[contact]) })
  })
}

export const AskForm = z.object({ words: publicWords({ min: 2, max: 300 }) })
export const AnswerForm = z.object({ questionId: idField, answer: publicWords({ min: 1, max: 500 }) })
export const HideForm = z.object({ questionId: idField, reason: textField({ min: 2, max: 200 }) })

/** Said once after a question was answered or hidden. */
export const QuestionsSearch = z.object({
  said: z.enum(['answered', 'hidden']).nullable().default(null).catch(null),
})
