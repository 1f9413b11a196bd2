import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** One column. Exactly one column of a table names its rows. Units stand in the header, not in the cells. */
export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Set right, in figures of one width. */
  numeric?: boolean
  rowHeader?: boolean
  /** Holds the row's action, at the right. */
  act?: boolean
  /** Left out below 720 px, where another column says enough. */
  wideOnly?: boolean
}

type TableProps<Row> = {
  caption: ReactNode
  /** The heading above the table says the same: the caption is for screen readers only. */
  captionHidden?: boolean
  columns: ReadonlyArray<Column<Row>>
  rows: ReadonlyArray<Row>
  rowKey: (row: Row) => string
  /** The sum row, one cell per column in the same order; null leaves a cell empty. */
  sum?: ReadonlyArray<ReactNode>
  /** `ledger` is the large table of the shop, `plain` all others. */
  variant?: 'plain' | 'ledger'
  /** On a phone each row stands as a block, its headers before its cells: for tables with forms in them. Its headers are words. */
  stacks?: boolean
  className?: string
}

/** A table in its own scroll box, so that the page itself never scrolls sideways. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    captionHidden,
    columns,
    rows,
    rowKey,
    sum,
    variant = 'plain',
    className,
    stacks = false,
  } = props
  return (
    <section
      className={classNames('table-box', stacks && 'table-stack', className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={nameOf(caption)}
    >
      <table className={variant === 'ledger' ? 'ledger' : 'rows'}>
        <caption className={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <TableCell
                  key={column.key}
                  column={column}
                  scope="row"
                  head={stacks && typeof column.header === 'string' ? column.header : undefined}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
            </tr>
          ))}
        </tbody>
        {sum ? (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <TableCell key={column.key} column={column} scope="row">
                  {sum[at]}
                </TableCell>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  )
}

type TableCellProps = {
  column: Omit<Column<never>, 'cell' | 'header'>
  scope: 'row'
  /** said before the cell where rows stack */
  head?: string | undefined
  children: ReactNode
}

function TableCell({ column, scope, head, children }: TableCellProps) {
  const className = cellClass(column)
  if (!column.rowHeader)
    return (
      <td className={className} data-head={head}>
        {children}
      </td>
    )
  return (
    <th scope={scope} className={className}>
      {children}
    </th>
  )
}

function cellClass({ numeric, act, wideOnly }: TableCellProps['column']): string | undefined {
  return classNames(numeric && 'cell-number', act && 'cell-act', wideOnly && 'cell-wide') || undefined
}

const nameOf = (caption: ReactNode) => (typeof caption === 'string' ? caption : undefined)
