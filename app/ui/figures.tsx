import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** An exact figure, already written ("¥310,612.00"), a link to its rows where it has any. */
export type Figure = { label: string; value: string; href?: string; note?: ReactNode }

/** Exact numbers in a row; the first may lead. Numbers are facts: no rounding, no arrows, no percent of a goal. */
export function Figures({ figures, className }: { figures: ReadonlyArray<Figure>; className?: string }) {
  return (
    <dl className={classNames('figures', className)}>
      {figures.map((figure) => (
        <div key={figure.label} className="figure">
          <dt className="figure-label">{figure.label}</dt>
          <dd className="figure-value num">
            {figure.href ? <a href={figure.href}>{figure.value}</a> : figure.value}
          </dd>
          {figure.note ? <dd className="figure-note num">{figure.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
