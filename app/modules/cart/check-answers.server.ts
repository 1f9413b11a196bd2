import type { TypedAnswers, WishAnswers } from '~/modules/catalog/wishes'
import { Refusal } from '~/platform/errors'
import { answersKey } from './answers-key.server'
import type { AskedWish } from './get-offer.server'

/**
 * What a buyer answered to the maker's questions of a piece, with the questions as they stand now; `key` tells lines with different answers apart. Refuses, beside its field, an answer that
 * is needed and missing or longer than asked, and (409) answers to questions that are no longer asked.
 */
export function checkAnswers(
  wishes: readonly AskedWish[],
  typed: TypedAnswers,
): { answers: WishAnswers; key: string } {
  if (typed.some(({ wishId, text }) => text !== '' && wishes.every(({ id }) => id !== wishId)))
    throw new Refusal('shop.wishesChanged', 409)
  const answers = wishes.flatMap(({ id, labelZh, labelEn, maxLength, isRequired }, position) => {
    const at = typed.findIndex(({ wishId }) => wishId === id)
    const answer = typed[at]?.text ?? ''
    const field = `answers[${at < 0 ? position : at}].text`
    const actual = [...answer].length
    if (actual === 0 && isRequired) throw new Refusal('shop.wishRequired', 422, {}, field)
    if (actual > maxLength) throw new Refusal('errors.tooLong', 422, { max: maxLength, actual }, field)
    return actual === 0 ? [] : [{ labelZh, labelEn, answer }]
  })
  return { answers, key: answersKey(answers) }
}
