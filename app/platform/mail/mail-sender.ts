/** Whoever carries a letter. Resolves when the carrier has taken it, throws when it has not. */
export type MailSender = { send: (letter: Letter) => Promise<void> }

export type Letter = {
  to: string
  subject: string
  /** plain text, lines short enough to be read on a phone */
  text: string
}
