import type { InputHTMLAttributes, ReactNode } from 'react'
import { FieldError } from './field'

type TickProps = {
  /** A box to tick, or one of several rings. */
  type: 'checkbox' | 'radio'
  children: ReactNode
  /** How many it would show, at the right: facets. Nothing to show is disabled, not hidden. */
  count?: number | string
  /** A second, quieter line below the words. */
  note?: ReactNode
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'children' | 'className'>

/** A checkbox or radio with its words as one target of at least 44 px. */
export function Tick({ type, children, count, note, ...input }: TickProps) {
  return (
    <label className="tick">
      <input type={type} className="tick-box" {...input} />
      <span className="tick-words">
        {children}
        {note ? <span className="tick-note">{note}</span> : null}
      </span>
      {count === undefined ? null : <span className="tick-count num">{count}</span>}
    </label>
  )
}

type TickGroupProps = {
  legend: ReactNode
  /** Stands at the right of the legend: "可不填". */
  mark?: string
  hint?: ReactNode
  error?: ReactNode
  /** The error banner links to it. */
  id: string
  /** Side by side where there is room, for short words. */
  inline?: boolean
  children: ReactNode
}

/** Ticks that answer one question. */
export function TickGroup({ legend, mark, hint, error, id, inline = false, children }: TickGroupProps) {
  return (
    <fieldset
      className="tick-group"
      id={id}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
    >
      <legend className="field-label">
        <span>{legend}</span>
        {mark ? <span className="field-mark">{mark}</span> : null}
      </legend>
      <div className={inline ? 'tick-row' : undefined}>{children}</div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </fieldset>
  )
}
