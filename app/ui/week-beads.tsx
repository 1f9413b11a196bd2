import { Beads } from './beads'

/** One week of a maker's capacity; `text` says what the beads show: "满了", "空 3 件". */
export type Week = { name: string; taken: number; of: number; text: string }

/** Weekly capacity: a filled bead is a piece already promised, a hollow one is free. */
export function WeekBeads({ weeks, label }: { weeks: ReadonlyArray<Week>; label: string }) {
  return (
    <ul className="weeks" aria-label={label}>
      {weeks.map((week) => (
        <li key={week.name} className="week">
          <span className="num">{week.name}</span>
          <Beads count={week.taken} of={week.of} size="unit" />
          <span className="num">{week.text}</span>
        </li>
      ))}
    </ul>
  )
}
