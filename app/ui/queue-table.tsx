import type { ReactNode } from 'react'
import { Badge, type BadgeTone } from './badge'
import { classNames } from './class-names'
import type { TextLink } from './ui-types'

/** One thing to do. Personal numbers arrive masked ("138****2071"). */
export type QueueRow = {
  key: string
  badge: { tone: BadgeTone; text: string }
  title: string
  href: string
  detail?: ReactNode
  /** who is on it, with the forms to change that */
  hands?: ReactNode
  who?: ReactNode
  whoNote?: ReactNode
  where?: string
  waited?: string
  late?: boolean
  action?: TextLink
  /** instead of `action`: a button of a form elsewhere on the page */
  button?: { form: string; name: string; value: string; text: string }
  /** a tick of a form elsewhere on the page; `label` is read out */
  pick?: { form: string; name: string; value: string; label: string }
}

/** Rows that share an urgency: "要紧", "等您看", "这两天". */
export type QueueGroup = { title: string; rows: ReadonlyArray<QueueRow> }

export type QueueHeaders = {
  matter: string
  what: string
  who: string
  where: string
  waited: string
  act: string
}

type QueueTableProps = { caption: string; headers: QueueHeaders; groups: ReadonlyArray<QueueGroup> }

/**
 * What there is to do today. On a phone each row becomes a few lines, with state and action on top; below 1080 px the
 * place stands under the person, in her cell.
 */
export function QueueTable({ caption, headers, groups }: QueueTableProps) {
  return (
    <table className="queue">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headers.matter}</th>
          <th scope="col">{headers.what}</th>
          <th scope="col">{headers.who}</th>
          <th scope="col">{headers.where}</th>
          <th scope="col" className="cell-number">
            {headers.waited}
          </th>
          <th scope="col">
            <span className="unseen">{headers.act}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.title}>
          <tr className="queue-group">
            <th scope="rowgroup" colSpan={6}>
              {group.title}
            </th>
          </tr>
          {group.rows.map((row) => (
            <QueueLine key={row.key} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function QueueLine({ row }: { row: QueueRow }) {
  return (
    <tr className={classNames('queue-row', row.late && 'queue-late')}>
      <td className="queue-state">
        {row.pick ? (
          <label className="queue-pick">
            <input type="checkbox" form={row.pick.form} name={row.pick.name} value={row.pick.value} />
            <span className="unseen">{row.pick.label}</span>
          </label>
        ) : null}
        <Badge tone={row.badge.tone}>{row.badge.text}</Badge>
      </td>
      <th scope="row" className="queue-what">
        <a className="queue-title" href={row.href}>
          {row.title}
        </a>
        {row.detail ? <span className="queue-note">{row.detail}</span> : null}
        {row.hands}
      </th>
      <td className="queue-who">
        {row.who}
        {row.whoNote ? <span className="queue-note num">{row.whoNote}</span> : null}
        {row.where ? <span className="queue-note queue-place">{row.where}</span> : null}
      </td>
      <td className="queue-where">{row.where}</td>
      <td className="queue-waited cell-number">{row.waited}</td>
      <td className="queue-act">
        {row.button ? (
          <button type="submit" form={row.button.form} name={row.button.name} value={row.button.value}>
            {row.button.text}
            <span className="unseen"> {row.title}</span>
          </button>
        ) : null}
        {row.action ? (
          <a href={row.action.href}>
            {row.action.text}
            <span className="unseen"> {row.title}</span>
          </a>
        ) : null}
      </td>
    </tr>
  )
}
