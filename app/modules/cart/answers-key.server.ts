import { createHash } from 'node:crypto'
import type { WishAnswers } from '~/modules/catalog/wishes'

/** Tells the lines of one variant in a basket apart by what was answered; '' without answers. */
export function answersKey(answers: WishAnswers): string {
  if (answers.length === 0) return ''
  const told = answers.map(({ labelZh, labelEn, answer }) => [labelZh, labelEn, answer])
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)
}
