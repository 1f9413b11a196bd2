import { Fragment } from 'react'

const orderNumber = /(\d{4}-\d{6})/

/** A number stays on the line of the word it counts: 46 cm, 26 米, 6 December. */
export function keepUnits(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
}

/** Words in which a number of an order stands, or the number alone: it never breaks at its hyphen, however narrow the line. */
export function Unbroken({ text }: { text: string | null }) {
  return text?.split(orderNumber).map((part, at) =>
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
