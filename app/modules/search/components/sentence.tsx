import type { ReactNode } from 'react'

type SentenceProps = {
  /** a finished sentence of the catalogue */
  text: string
  /** the words in it that are set apart; the sentence is left as it is where they do not occur */
  part: string
  children: ReactNode
}

/** A sentence with one part of it set apart: a date in bold, a Chinese name on an English page. */
export function Sentence({ text, part, children }: SentenceProps) {
  const at = part === '' ? -1 : text.indexOf(part)
  if (at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      {children}
      {text.slice(at + part.length)}
    </>
  )
}
