import { ButtonLink } from './button-link'

type PagerStep = { text: string; href: string }

type PagerProps = {
  /** read aloud: what is paged through */
  label: string
  /** "第 3 页，共 13 页"; null where nobody knows */
  place: string | null
  /** back to the beginning; null there */
  first: PagerStep | null
  /** null on the first page */
  previous: PagerStep | null
  /** null on the last page */
  next: PagerStep | null
}

/** On and back through a list that goes over several pages, and to its beginning; nothing where all of it stands on one. */
export function Pager({ label, place, first, previous, next }: PagerProps) {
  if (!first && !previous && !next) return null
  return (
    <nav className="flex flex-wrap gap-3 pt-8" aria-label={label}>
      {place || first ? (
        <p className="flex w-full flex-wrap items-baseline gap-x-5">
          <span className="num">{place}</span>
          {first ? (
            <a className="link-line" href={first.href}>
              {first.text}
            </a>
          ) : null}
        </p>
      ) : null}
      {previous ? (
        <ButtonLink href={previous.href} rel="prev">
          {previous.text}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next.href} rel="next">
          {next.text}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
