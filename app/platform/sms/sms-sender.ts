/** Whoever carries a one-time code to a phone. Resolves when the carrier has taken it, throws when it has not. */
export type SmsSender = {
  sendCode: (letter: CodeLetter) => Promise<void>
}

export type CodeLetter = {
  /** eleven digits */
  phone: string
  /** six digits */
  code: string
  /** for how long it is good */
  minutes: number
}
