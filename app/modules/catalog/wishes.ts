import { z } from 'zod'
import { idField, message, textField } from '~/platform/fields'
import type { Locale } from '~/platform/i18n/locale'
import { listingLimits } from './listing-limits'

/** 定制要求: what a maker asks of whoever wants one piece, as its page shows it. */
export type WishView = {
  id: string
  label: string
  /** set where the question is not in the language of the page */
  lang: 'zh-CN' | null
  hint: string | null
  maxLength: number
  isRequired: boolean
}

/** A buyer's answers as they are kept in her basket and her order: each with the question as it was asked. */
export const WishAnswers = z.array(
  z.object({ labelZh: z.string(), labelEn: z.string().nullable(), answer: z.string() }),
)
export type WishAnswers = z.output<typeof WishAnswers>

/** One answer as pages show it. */
export type AnswerView = { label: string; lang: 'zh-CN' | null; answer: string }

/** Answers in the language of the page, as far as the question has one. */
export function answersIn(locale: Locale, kept: unknown): AnswerView[] {
  return WishAnswers.parse(kept).map(({ labelZh, labelEn, answer }) => ({
    label: (locale === 'en' && labelEn) || labelZh,
    lang: locale === 'en' && !labelEn ? 'zh-CN' : null,
    answer,
  }))
}

const { wishes } = listingLimits

/** more than any question lets anybody answer: the question says how much it is */
const mostTyped = 2_000

/** What is typed under the questions of a piece, in their order; how long each may be is for its question to say. One line each. */
export const answersField = z
  .array(
    z.object({
      wishId: idField,
      text: textField({ max: mostTyped }).refine((text) => !/[\n\t]/.test(text), {
        error: () => message('errors.badText'),
      }),
    }),
  )
  .max(wishes.max)
  .default([])
export type TypedAnswers = z.output<typeof answersField>
