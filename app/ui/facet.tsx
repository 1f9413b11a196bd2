import type { ReactNode } from 'react'
import { Button } from './button'
import { FieldError } from './field'
import { Icon } from './icon'

/** A range that is offered: what its button sends, and whether it would show nothing. */
export type OfferedRange = {
  text: string
  /** a second, quieter line */
  note: string | null
  count: string
  value: string
  isChosen: boolean
  isEmpty: boolean
}

type RangeFacetProps = {
  legend: string
  /** of the ranges' buttons */
  name: string
  offered: readonly OfferedRange[]
  /** "去掉": read aloud behind the range that is chosen */
  remove: string
  from: { name: string; label: string; value?: string }
  to: { name: string; label: string; value?: string }
  between: string
  /** what is wrong with one of the two */
  fault?: string | undefined
}

/** Ranges to press, each with what it would show, which take along what is ticked beside them; and from and to, both free: the price. */
export function RangeFacet({ legend, name, offered, remove, from, to, between, fault }: RangeFacetProps) {
  return (
    <fieldset className="facet">
      <legend className="facet-legend">{legend}</legend>
      <div>
        {offered.map(({ text, note, count, value, isChosen, isEmpty }) => (
          <button
            key={text}
            type="submit"
            className="tick"
            name={name}
            value={value}
            disabled={isEmpty && !isChosen}
            aria-current={isChosen ? 'true' : undefined}
          >
            <span className="tick-words">
              {text}
              {note ? <span className="tick-note">{note}</span> : null}
            </span>
            {isChosen ? (
              <>
                <Icon name="cross" />
                <span className="unseen">{remove}</span>
              </>
            ) : null}
            <span className="tick-count num">{count}</span>
          </button>
        ))}
      </div>
      <div className="facet-range">
        {[from, to].map((end, at) => (
          <span key={end.name} className="facet-range-end">
            {at === 1 ? <span>{between}</span> : null}
            <input
              className="box num"
              name={end.name}
              aria-label={end.label}
              placeholder={end.label}
              defaultValue={end.value}
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={fault ? 'range-error' : undefined}
            />
          </span>
        ))}
      </div>
      {fault ? <FieldError id="range-error">{fault}</FieldError> : null}
    </fieldset>
  )
}

/** A question that stays folded until it is asked or answered. */
export function FoldFacet({
  legend,
  isOpen,
  children,
}: {
  legend: string
  isOpen: boolean
  children: ReactNode
}) {
  return (
    <details className="facet facet-fold" open={isOpen}>
      <summary className="facet-legend">
        {legend}
        <Icon name="next" />
      </summary>
      <fieldset aria-label={legend}>{children}</fieldset>
    </details>
  )
}

type FacetPanelProps = {
  action: string
  /** "筛选" */
  title: string
  /** "已选 2" */
  chosen?: string
  submit: string
  /** unfolded on a phone too: something in it has to be mended */
  isOpen?: boolean
  /** Hidden inputs that keep the query and the sorting, then facets. */
  children: ReactNode
}

/**
 * The questions beside a list. On a phone they are folded away below `details`; the form stands after it, not
 * inside, because a wide screen shows the form always and no CSS of the oldest browser can open a closed `details`.
 */
export function FacetPanel({ action, title, chosen, submit, isOpen, children }: FacetPanelProps) {
  return (
    <aside className="facets" aria-label={title}>
      <details className="facets-fold" open={isOpen}>
        <summary className="facets-title">
          <Icon name="filter" />
          {title}
          {chosen ? <span className="facets-chosen num">{chosen}</span> : null}
        </summary>
      </details>
      <form className="facets-form" action={action} method="get">
        <p className="facets-title facets-title-wide" aria-hidden="true">
          <Icon name="filter" />
          {title}
          {chosen ? <span className="facets-chosen num">{chosen}</span> : null}
        </p>
        {/* what Enter in a field presses: the first of a form */}
        <button type="submit" hidden />
        {children}
        <Button kind="line" wide>
          {submit}
        </Button>
      </form>
    </aside>
  )
}

/** A chosen answer, with the way to take it back. `remove` is read aloud: "去掉". */
export function Chip({ text, href, remove }: { text: string; href: string; remove: string }) {
  return (
    <a className="chip" href={href}>
      {text}
      <Icon name="cross" />
      <span className="unseen">{remove}</span>
    </a>
  )
}
