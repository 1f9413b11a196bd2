import { beadColumns } from './bead-columns'
import { classNames } from './class-names'
import type { Tone } from './ui-types'

type BeadsProps = {
  /** Filled beads. */
  count: number
  /** All beads, filled and hollow: a rating of five, a week of eight pieces. Leave out to draw the filled ones only. */
  of?: number
  /** What a screen reader says. Leave out where the number stands beside the beads in words. */
  label?: string
  size?: 'small' | 'unit'
  tone?: Tone
}

/** unit beads beside each other: a week on the narrowest phone */
const mostBeside = 8

/** One bead for one thing. More than thirty are drawn as tens (large beads) and ones, as on a strand. */
export function Beads({ count, of, label, size = 'small', tone = 'cinnabar' }: BeadsProps) {
  const filled = Math.max(0, Math.round(count))
  const all = Math.max(filled, Math.round(of ?? 0))
  const inTens = all > 30
  const tens = inTens ? Math.floor(filled / 10) : 0
  const ones = filled - tens * 10
  const hollow = inTens ? 0 : all - filled
  const beads = [
    ...Array.from({ length: tens }, (_, at) => ({ key: `ten-${at}`, kind: 'bead bead-ten' })),
    ...Array.from({ length: ones }, (_, at) => ({ key: `one-${at}`, kind: 'bead' })),
    ...Array.from({ length: hollow }, (_, at) => ({ key: `open-${at}`, kind: 'bead bead-open' })),
  ]
  const style =
    size === 'unit'
      ? { gridTemplateColumns: `repeat(${beadColumns(beads.length, mostBeside)}, minmax(0, 1em))` }
      : undefined
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <span
      className={classNames('bead-row', size === 'unit' && 'bead-row-unit', `tone-${tone}`)}
      style={style}
      {...naming}
    >
      {beads.map((bead) => (
        <i key={bead.key} className={bead.kind} />
      ))}
    </span>
  )
}
