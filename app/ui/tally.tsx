import { Beads } from './beads'
import { classNames } from './class-names'

/** A count that opens into its rows. */
export type TallyItem = { count: number; text: string; href: string; late?: boolean }

/** Counts as numerals with beads, each a link to what was counted. */
export function Tally({ label, items }: { label: string; items: ReadonlyArray<TallyItem> }) {
  return (
    <ul className="tally" aria-label={label}>
      {items.map((item) => (
        <li key={item.text} className={classNames('tally-item', item.late && item.count > 0 && 'tally-late')}>
          <a className="tally-link" href={item.href}>
            <b className="tally-count num">{item.count}</b>
            <span className="tally-text">{item.text}</span>
            <Beads count={item.count} tone={item.late ? 'cinnabar' : 'ink'} />
          </a>
        </li>
      ))}
    </ul>
  )
}
