import type { ReactNode } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { type FigureName, figureNames } from '../figures'

type PlaceRow = { code: string; isOwn: boolean }

type FiguresTableProps<Row> = {
  rows: Row[]
  /** what stands before the figures, the place first */
  before: Column<Row>[]
  figure: (name: FigureName, row: Row) => ReactNode
  sum: (name: FigureName) => ReactNode
}

/** A return as a table: a row for each place, a column for each figure, the sum. */
export function FiguresTable<Row extends PlaceRow>({ rows, before, figure, sum }: FiguresTableProps<Row>) {
  const { t } = useTranslator()
  const figures = figureNames.map(
    (name): Column<Row> => ({
      key: name,
      header: t(`returns.figure_${name}`),
      numeric: true,
      cell: (row) => figure(name, row),
    }),
  )
  return (
    <Table
      caption={t('returns.title')}
      captionHidden
      className="table-wide"
      columns={[...before, ...figures]}
      rows={rows}
      rowKey={({ code, isOwn }) => `${code}${isOwn ? '-own' : ''}`}
      sum={[t('returns.sum'), ...before.slice(1).map(() => null), ...figureNames.map(sum)]}
    />
  )
}
