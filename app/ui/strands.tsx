import { formatFen } from './format-fen'
import { strandShares, strandThickness } from './strand-shares'
import type { Tone, UiLocale } from './ui-types'

/** One share of a price. The maker's is plaited; a reversed share is negative. */
export type Strand = {
  key: string
  who: string
  what?: string
  amountFen: number
  tone: Tone
  plaited?: boolean
}

type StrandsProps = {
  label: string
  strands: ReadonlyArray<Strand>
  /** Must be the sum of the strands to the fen; otherwise the page is a bug and fails. */
  totalFen: number
  locale: UiLocale
  /** "一共": set to close the list with the total. */
  totalText?: string
}

/** Where the money goes: one row per share, and the thickness of its strand is the share. */
export function Strands({ label, strands, totalFen, locale, totalText }: StrandsProps) {
  const shares = strandShares(
    strands.map((strand) => strand.amountFen),
    totalFen,
  )
  return (
    <ul className="strands" aria-label={label}>
      {strands.map((strand, at) => (
        <li key={strand.key} className="strand-row">
          <span className="strand-who">
            <b>{strand.who}</b>
            {strand.what ? <small>{strand.what}</small> : null}
          </span>
          <svg
            className={`strand tone-${strand.tone} ${strand.plaited ? 'strand-plaited' : ''}`}
            width="100%"
            height={strandThickness(shares[at] ?? 0)}
            aria-hidden="true"
            focusable="false"
          />
          <span className="strand-amount num">{formatFen(strand.amountFen, 'exact', locale)}</span>
        </li>
      ))}
      {totalText ? (
        <li className="strand-row strand-total">
          <span className="strand-who">
            <b>{totalText}</b>
          </span>
          <span className="strand-amount num">{formatFen(totalFen, 'exact', locale)}</span>
        </li>
      ) : null}
    </ul>
  )
}
