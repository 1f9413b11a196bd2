import { Knot } from './knot'

/** The mark and the name of the house (or of the workspace), as the link to its first page. */
export function Brand({ name, href }: { name: string; href: string }) {
  return (
    <a className="brand" href={href}>
      <Knot cords={4} className="brand-knot" />
      <span>{name}</span>
    </a>
  )
}
