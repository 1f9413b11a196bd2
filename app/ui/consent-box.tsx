import type { ReactNode } from 'react'
import { Tick, TickGroup } from './tick'

type ConsentBoxProps = {
  /** unique on the page; also the name that is sent */
  id: string
  name?: string
  /** the version that stands here: its id is sent when the box is ticked */
  text: { id: string; title: string; body: string }
  /** what she says by ticking */
  children: ReactNode
  /** the version under which she had ticked when the form came back; a tick under another one does not count */
  ticked?: string | undefined
  error?: ReactNode
}

/** A text and a box of its own to agree to it alone: empty until she ticks it herself. */
export function ConsentBox({ id, name = id, text, children, ticked, error }: ConsentBoxProps) {
  return (
    <TickGroup id={id} legend={text.title} error={error}>
      <div className="consent-text">
        {text.body.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Tick type="checkbox" name={name} value={text.id} defaultChecked={ticked === text.id}>
        {children}
      </Tick>
    </TickGroup>
  )
}
