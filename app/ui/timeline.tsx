import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Knot } from './knot'
import { endsCord } from './stepper'
import type { StepState } from './ui-types'

/** Something that happened, is happening or will. `detail` says when, how much, by whom. */
export type TimelineEvent = {
  key: string
  title: string
  state: StepState
  detail?: ReactNode
  quote?: string
}

type TimelineProps = {
  label: string
  events: ReadonlyArray<TimelineEvent>
  headingLevel?: 2 | 3
  /** The event that this very request brought about. */
  justTied?: string
}

/** What happened, tied on one cord; the cord ends at the last thing that happened, stitches lead on. */
export function Timeline({ label, events, headingLevel = 3, justTied }: TimelineProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event, at) => (
        <li
          key={event.key}
          className={classNames(
            'event',
            `event-${event.state}`,
            endsCord(event, events[at + 1]) && 'event-tail',
          )}
          aria-current={event.state === 'now' ? 'step' : undefined}
        >
          {event.state === 'next' ? (
            <i className="event-bead" aria-hidden="true" />
          ) : (
            <Knot className="event-knot" drawn={justTied === event.key} />
          )}
          <Heading className="event-title">{event.title}</Heading>
          {event.detail ? <div className="event-detail">{event.detail}</div> : null}
          {event.quote ? <blockquote className="event-quote">{event.quote}</blockquote> : null}
        </li>
      ))}
    </ol>
  )
}
