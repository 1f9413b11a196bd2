import { useTranslator } from '~/platform/i18n/use-translator'
import { formatFen } from '~/ui/format-fen'
import { type Column, Table } from '~/ui/table'
import type { TablePiece } from '../judge-table'

/** characters of a name in a row */
const longest = 40

/** A name that is far too long is named among what is to be mended; here it only says which piece it is. */
function shorten(title: string): string {
  const letters = [...title]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : title
}

/** Every piece of a table and what would become of it. */
export function TablePieces({ pieces }: { pieces: readonly TablePiece[] }) {
  const { t, locale } = useTranslator()
  const columns: Column<TablePiece>[] = [
    {
      key: 'row',
      header: t('pieces.columnRow'),
      cell: ({ row }) => <span className="num">{row}</span>,
      wideOnly: true,
    },
    { key: 'code', header: t('pieces.columnCode'), rowHeader: true, cell: ({ code }) => code },
    {
      key: 'name',
      header: t('pieces.columnName'),
      cell: ({ title, kinds }) => (
        <>
          <span lang="zh-CN">{shorten(title)}</span>
          {kinds > 0 ? <span className="quiet"> {t('pieces.kindsCount', { count: kinds })}</span> : null}
        </>
      ),
    },
    {
      key: 'price',
      header: t('pieces.columnPrice'),
      numeric: true,
      wideOnly: true,
      cell: ({ priceFen }) => (priceFen === null ? null : formatFen(priceFen, 'exact', locale)),
    },
    { key: 'photos', header: t('pieces.columnPhotos'), numeric: true, cell: ({ photos }) => photos },
    {
      key: 'standing',
      header: t('pieces.columnStanding'),
      cell: ({ standing }) => t(`pieces.standing_${standing}`),
    },
  ]
  return (
    <section className="studio-section">
      <h2>{t('pieces.piecesTitle')}</h2>
      <Table
        caption={t('pieces.piecesTitle')}
        captionHidden
        columns={columns}
        rows={pieces}
        rowKey={({ row }) => String(row)}
      />
    </section>
  )
}
