import { beadColumns } from './bead-columns'
import type { Tone } from './ui-types'

/** One kind of work on a piece; `hours` may carry halves. */
export type HourPart = { label: string; hours: number; tone: Tone }

type HourBeadsProps = {
  /** "约 14 小时" */
  total: string
  /** "一颗珠是一小时" */
  legend: string
  /** Read aloud instead of the beads: "编 9 小时，抽线整形 3 小时，做穗 2 小时". */
  label: string
  parts: ReadonlyArray<HourPart>
}

/** beads beside each other that are still counted with the eye on the narrowest phone */
const mostBeside = 15

/** The hours in a piece: one bead is one hour, coloured by the kind of work; a half hour is half a bead. */
export function HourBeads({ total, legend, label, parts }: HourBeadsProps) {
  const beads = parts.flatMap((part) => hourBeads(part.hours).map((bead) => ({ ...bead, part })))
  return (
    <div className="hours">
      <p className="hours-head">
        <b>{total}</b>
        <span>{legend}</span>
      </p>
      <div
        className="bead-row bead-row-unit"
        style={{ gridTemplateColumns: `repeat(${beadColumns(beads.length, mostBeside)}, minmax(0, 1em))` }}
        role="img"
        aria-label={label}
      >
        {beads.map(({ key, half, part }) => (
          <i key={`${part.label}${key}`} className={`bead tone-${part.tone} ${half ? 'bead-half' : ''}`} />
        ))}
      </div>
      <ul className="hours-parts" aria-hidden="true">
        {parts.map((part) => (
          <li key={part.label}>
            <i className={`bead tone-${part.tone}`} />
            {part.label} <span className="num">{part.hours}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whole beads, then half a bead where a half hour is left; anything finer is rounded to the half. */
export function hourBeads(hours: number): ReadonlyArray<{ key: string; half: boolean }> {
  const halves = Math.max(0, Math.round(hours * 2))
  const beads = Array.from({ length: Math.floor(halves / 2) }, (_, at) => ({ key: String(at), half: false }))
  return halves % 2 === 1 ? [...beads, { key: 'half', half: true }] : beads
}
