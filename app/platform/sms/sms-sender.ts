/** Whoever carries one-time codes and notices to a phone. Each resolves when the carrier has taken it, throws when it has not. */
export type SmsSender = {
  sendCode: (letter: CodeLetter) => Promise<void>
  sendText: (notice: TextNotice) => Promise<void>
}

/** A short message: in live the words of a template that the carrier has approved. */
export type TextNotice = {
  /** eleven digits */
  phone: string
  text: string
}

export type CodeLetter = {
  /** eleven digits */
  phone: string
  /** six digits */
  code: string
  /** for how long it is good */
  minutes: number
}
