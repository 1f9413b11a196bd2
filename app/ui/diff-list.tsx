import type { ReactNode } from 'react'

/** One field of a listing before and after; `before` undefined is a new field, `after` undefined a removed one. */
export type FieldChange = {
  key: string
  name: string
  before?: ReactNode
  after?: ReactNode
  changed: boolean
}

type DiffListProps = {
  caption: string
  headers: { field: string; before: string; after: string }
  changes: ReadonlyArray<FieldChange>
  /** Stands where a field was or became empty: "没有". */
  nothing: string
  /** Read before the new value of a changed field: "改成". */
  changedText: string
}

/** What she changed, field by field: the coordinator sees the difference, the artisan sees it too. */
export function DiffList({ caption, headers, changes, nothing, changedText }: DiffListProps) {
  return (
    <table className="diff">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headers.field}</th>
          <th scope="col">{headers.before}</th>
          <th scope="col">{headers.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.key} className={change.changed ? 'diff-changed' : undefined}>
            <th scope="row">{change.name}</th>
            <td data-head={headers.before}>
              {change.changed ? <del>{change.before ?? nothing}</del> : (change.before ?? nothing)}
            </td>
            <td data-head={headers.after}>
              {change.changed ? (
                <ins>
                  <span className="unseen">{changedText} </span>
                  {change.after ?? nothing}
                </ins>
              ) : (
                (change.after ?? nothing)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
