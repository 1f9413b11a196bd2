import type { TextLink, UiLocale } from './ui-types'

/** The way here; the last place has no link. */
export function Crumbs({
  label,
  trail,
  here,
  hereLang = null,
}: {
  label: string
  trail: ReadonlyArray<TextLink>
  here: string
  /** the language of the last name, where it is not the page's own */
  hereLang?: UiLocale | null
}) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {trail.map((place) => (
          <li key={place.href}>
            <a href={place.href} lang={place.lang ?? undefined}>
              {place.text}
            </a>
          </li>
        ))}
        <li aria-current="page" lang={hereLang ?? undefined}>
          {here}
        </li>
      </ol>
    </nav>
  )
}
