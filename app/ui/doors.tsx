import { Icon } from './icon'
import { Photo, type PhotoData } from './photo'

/** A door: one or three characters, what is behind it, and how it stands there now. */
export type Door = {
  href: string
  title: string
  /** Shown where there is room: "手上 5 件". */
  line?: string
  status?: string
  colour: 'cinnabar' | 'indigo' | 'malachite'
  /** `alt` is not read: the title says where the door leads. */
  photo: PhotoData
}

/** The three doors of the studio: bands on a phone, tall doors with vertical names on a desk. */
export function Doors({ label, doors }: { label: string; doors: ReadonlyArray<Door> }) {
  return (
    <nav className="doors" aria-label={label}>
      {doors.map((door) => (
        <a key={door.href} className={`door door-${door.colour}`} href={door.href}>
          <span className="door-picture">
            <Photo photo={door.photo} sizes="(min-width: 45em) 33vw, 7rem" alt="" eager />
          </span>
          <b className="door-title">{door.title}</b>
          <span className="door-words">
            {door.line ? <span className="door-line">{door.line}</span> : null}
            {door.status ? <span className="door-status">{door.status}</span> : null}
          </span>
          <Icon name="next" className="door-arrow" />
        </a>
      ))}
    </nav>
  )
}
