import { findContactPiece } from '~/platform/contact-words'
import { Refusal } from '~/platform/errors'

const whyOf = {
  number: 'messages.heldNumber',
  link: 'messages.heldLink',
  account: 'messages.heldAccount',
} as const

/**
 * Before an order of the two is paid, refuses (422, beside `words`) a telephone number, a link, an e-mail address or a WeChat id, and says which piece of the text it is:
 * what is paid in the shop is under its protection, what is agreed elsewhere is not.
 */
export function refuseContact(words: string): void {
  const found = findContactPiece(words)
  if (found) throw new Refusal(whyOf[found.kind], 422, { piece: found.piece }, 'words')
}
