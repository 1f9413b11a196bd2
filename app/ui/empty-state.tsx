import { ButtonLink } from './button-link'
import { Knot } from './knot'
import type { TextLink } from './ui-types'

type EmptyStateProps = { title: string; text?: string; action?: TextLink; headingLevel?: 1 | 2 | 3 }

const headings = { 1: 'h1', 2: 'h2', 3: 'h3' } as const

/** Nothing here yet: a stitched frame, an untied knot, one sentence, one way on. */
export function EmptyState({ title, text, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headings[headingLevel]
  return (
    <div className="empty">
      <Knot variant="dashed" className="empty-knot" />
      <Heading className="empty-title">{title}</Heading>
      {text ? <p className="empty-text">{text}</p> : null}
      {action ? (
        <ButtonLink kind="line" href={action.href}>
          {action.text}
        </ButtonLink>
      ) : null}
    </div>
  )
}
