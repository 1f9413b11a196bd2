import type { ReactNode } from 'react'
import { ButtonLink } from './button-link'
import { Knot } from './knot'
import type { TextLink } from './ui-types'

type EmptyStateProps = {
  title: ReactNode
  text?: string
  action?: TextLink
  headingLevel?: 1 | 2 | 3
  /** what helps on the spot: a field to search by */
  children?: ReactNode
}

const headings = { 1: 'h1', 2: 'h2', 3: 'h3' } as const

/** Nothing here, or not yet: a stitched frame, an untied knot, one sentence, one way on. */
export function EmptyState({ title, text, action, headingLevel = 2, children }: EmptyStateProps) {
  const Heading = headings[headingLevel]
  return (
    <div className="empty">
      <Knot variant="dashed" className="empty-knot" />
      <Heading className="empty-title">{title}</Heading>
      {text ? <p className="empty-text">{text}</p> : null}
      {children}
      {action ? (
        <ButtonLink kind="line" href={action.href}>
          {action.text}
        </ButtonLink>
      ) : null}
    </div>
  )
}
