import { classNames } from './class-names'
import { knotLattice } from './knot-lattice'

/** `tied` is finished work, `open` a thin outline of it, `dashed` a knot nobody has tied yet. */
export type KnotVariant = 'tied' | 'open' | 'dashed'

type KnotProps = {
  /** 2 is a finished step, 4 the mark of the house. */
  cords?: 2 | 3 | 4
  variant?: KnotVariant
  /** The knot draws itself once, in 420 ms: only for the step that was completed by the request being answered. */
  drawn?: boolean
  className?: string
}

const strokeOf = { 2: 2.2, 3: 2, 4: 1.9 } as const

/** A generated pan chang knot in the current text colour; the words beside it carry the meaning. */
export function Knot({ cords = 2, variant = 'tied', drawn = false, className }: KnotProps) {
  const stroke = variant === 'tied' ? strokeOf[cords] : 1.15
  const gap = stroke * 0.5 + (variant === 'tied' ? 0.9 : 0.55)
  const { pieces, reach } = knotLattice({ cords, pitch: cords === 2 ? 5.4 : 5, gap: Number(gap.toFixed(2)) })
  return (
    <svg
      className={classNames('knot', variant === 'dashed' && 'knot-dashed', drawn && 'knot-drawn', className)}
      viewBox={`${-reach} ${-reach} ${reach * 2} ${reach * 2}`}
      aria-hidden="true"
      focusable="false"
    >
      <g transform="rotate(45)" fill="none" stroke="currentColor" strokeWidth={stroke}>
        {drawn ? (
          pieces.map((piece) => <path key={piece} d={piece} pathLength={1} />)
        ) : (
          <path d={pieces.join('')} />
        )}
      </g>
    </svg>
  )
}
