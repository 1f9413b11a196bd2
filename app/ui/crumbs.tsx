import type { TextLink } from './ui-types'

/** The way here; the last place has no link. */
export function Crumbs({
  label,
  trail,
  here,
}: {
  label: string
  trail: ReadonlyArray<TextLink>
  here: string
}) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {trail.map((place) => (
          <li key={place.href}>
            <a href={place.href}>{place.text}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
