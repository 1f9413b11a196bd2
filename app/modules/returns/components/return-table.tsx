import { paths } from '~/paths'
import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { type FigureName, type Figures, figureNames, isMoney } from '../figures'
import type { ReturnPage, ReturnRow } from '../get-return.server'

/** A place's return as a table: a row for each place below, one for what belongs to the place itself, the sum. */
export function ReturnTable({ page }: { page: ReturnPage }) {
  const { t, href } = useTranslator()
  const month = page.month.slice(0, 7)
  const columns: Column<ReturnRow>[] = [
    {
      key: 'place',
      header: t('returns.columnPlace'),
      rowHeader: true,
      cell: ({ code, name, isOwn }) =>
        isOwn ? (
          <span className="whitespace-nowrap">
            {page.level === 'village' ? name : t('returns.ownRow', { place: name })}
          </span>
        ) : (
          <a className="link whitespace-nowrap" href={href(paths.deskReturn({ month, place: code }))}>
            {name}
          </a>
        ),
    },
    {
      key: 'state',
      header: t('returns.columnPlaceState'),
      cell: ({ state, version, isNewer, isOwn }) => (
        <>
          <span className="whitespace-nowrap">{t(`returns.state_${state}`)}</span>
          {!isOwn && version > 1 ? (
            <span className="queue-note">{t('returns.versionMark', { version })}</span>
          ) : null}
          {isNewer ? <span className="queue-note">{t('returns.newer')}</span> : null}
        </>
      ),
    },
    ...figureNames.map(
      (name): Column<ReturnRow> => ({
        key: name,
        header: t(`returns.figure_${name}`),
        numeric: true,
        cell: ({ figures }) => (figures ? writeFigure(name, figures) : t('returns.notReported')),
      }),
    ),
  ]
  return (
    <Table
      caption={t('returns.title')}
      captionHidden
      columns={columns}
      rows={page.rows}
      rowKey={({ code, isOwn }) => `${code}${isOwn ? '-own' : ''}`}
      sum={[t('returns.sum'), null, ...figureNames.map((name) => writeFigure(name, page.total))]}
    />
  )
}

function writeFigure(name: FigureName, figures: Figures): string {
  return isMoney(name) ? formatYuan(figures[name]) : formatCount(figures[name])
}
