import type { ReactNode } from 'react'
import { keepUnits } from './unbroken'

/** A term and what it is. */
export type SpecItem = { term: string; detail: ReactNode; lang?: string }

/** Facts in two columns with hairlines between: size, weight, materials; or the data of a household. */
export function SpecList({ items }: { items: ReadonlyArray<SpecItem> }) {
  return (
    <dl className="spec">
      {items.map((item) => (
        <div key={item.term} className="spec-row">
          <dt className="spec-term">{item.term}</dt>
          <dd className="spec-detail" lang={item.lang}>
            {typeof item.detail === 'string' ? keepUnits(item.detail) : item.detail}
          </dd>
        </div>
      ))}
    </dl>
  )
}
