import { classNames } from './class-names'

export type PlaceTile = {
  key: string
  name: string
  /** "17 件" */
  text: string
  /** null: nothing to see there */
  href: string | null
  /** from 1 */
  column: number
  row: number
}

/** Places as squares that lie about as they do to each other: a scheme, and it says that it is no map. */
export function PlaceTiles({ tiles, note }: { tiles: ReadonlyArray<PlaceTile>; note: string }) {
  return (
    <>
      <ul className="place-tiles">
        {tiles.map(({ key, name, text, href, column, row }) => (
          <li
            key={key}
            className={classNames(
              'place-tile',
              `place-column-${column}`,
              `place-row-${row}`,
              href === null && 'place-empty',
            )}
          >
            {href === null ? (
              <span className="place-words">
                <b>{name}</b>
                <span>{text}</span>
              </span>
            ) : (
              <a className="place-words" href={href}>
                <b>{name}</b>
                <span className="num">{text}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="small quiet mt-4">{note}</p>
    </>
  )
}
