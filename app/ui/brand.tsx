import { Knot } from './knot'
import type { UiLocale } from './ui-types'

/** The mark and the name of the house (or of the workspace), as the link to its first page; `lang` of a name in another language than the page. */
export function Brand({ name, lang, href }: { name: string; lang?: UiLocale | undefined; href: string }) {
  return (
    <a className="brand" href={href}>
      <Knot cords={4} className="brand-knot" />
      <span lang={lang}>{name}</span>
    </a>
  )
}
