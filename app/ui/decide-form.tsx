import type { ReactNode } from 'react'
import { Button } from './button'
import { classNames } from './class-names'

type DecideFormProps = {
  title?: string
  /** what the button says; without it the form has no button (there is nothing she may do) */
  act?: string
  /** tells the forms of one page apart */
  intent?: string
  kind?: 'seal' | 'line'
  /** whom or what it is about */
  hidden?: Readonly<Record<string, string | number>>
  isUpload?: boolean
  className?: string
  children?: ReactNode
}

/** A small framed form of the desk: what it does, its fields, one button. Refusals stand at the head of the page. */
export function DecideForm({
  title,
  act,
  intent,
  kind = 'line',
  hidden = {},
  isUpload = false,
  className,
  children,
}: DecideFormProps) {
  return (
    <form
      method="post"
      encType={isUpload ? 'multipart/form-data' : undefined}
      className={classNames('decide', className)}
      noValidate
    >
      {title ? <h2>{title}</h2> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {act ? (
        <div className="decide-acts">
          <Button kind={kind} {...(intent ? { name: 'intent', value: intent } : {})}>
            {act}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

type FoldedProps = { summary: ReactNode; isOpen: boolean; children: ReactNode }

/** A form that is seldom needed: one line until it is opened, or until it comes back refused. */
export function Folded({ summary, isOpen, children }: FoldedProps) {
  return (
    <details className="no-print" open={isOpen}>
      <summary className="link link-line">{summary}</summary>
      {children}
    </details>
  )
}
