import { ButtonLink } from './button-link'

type PagerStep = { text: string; href: string }

type PagerProps = {
  /** read aloud: what is paged through */
  label: string
  /** back to the beginning; null there */
  first: PagerStep | null
  /** null on the last page */
  next: PagerStep | null
}

/** On through a list that goes over several pages, and back to its beginning; nothing where all of it stands on one. */
export function Pager({ label, first, next }: PagerProps) {
  if (!first && !next) return null
  return (
    <nav className="flex flex-wrap gap-3 pt-8" aria-label={label}>
      {first ? <ButtonLink href={first.href}>{first.text}</ButtonLink> : null}
      {next ? (
        <ButtonLink href={next.href} rel="next">
          {next.text}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
