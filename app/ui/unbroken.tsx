import { Fragment } from 'react'

/** an order's number, and a span such as 10–20 */
const oneWord = /(\d{4}-\d{6}|\d+–\d+)/

/** A number stays on the line of the word it counts: 46 cm, 26 米, 6 December. */
export function keepUnits(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
}

/** Words in which a number of an order or a span of numbers stands, or it alone: it never breaks at its hyphen or dash, however narrow the line. */
export function Unbroken({ text }: { text: string | null }) {
  return text?.split(oneWord).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <span key={at} className="num nowrap">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}
