import { paths } from '~/paths'
import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { type FigureName, type Figures, figureNames, isMoney } from '../figures'
import type { ReturnPage, ReturnRow } from '../get-return.server'
import { type ToldFigures, toldFigures } from '../small-rows'

/** A place's return as a table: a row for each place below, one for what belongs to the place itself, the sum. Printed, it leaves out what its file leaves out. */
export function ReturnTable({ page }: { page: ReturnPage }) {
  const { t, href } = useTranslator()
  const month = page.month.slice(0, 7)
  const told = toldFigures(page)
  const toldOf = new Map(page.rows.map((row, at) => [row, told.rows[at] ?? null]))
  const columns: Column<ReturnRow>[] = [
    {
      key: 'place',
      header: t('returns.columnPlace'),
      rowHeader: true,
      cell: ({ code, name, isOwn }) =>
        isOwn ? (
          page.level === 'village' ? (
            name
          ) : (
            t('returns.ownRow', { place: name })
          )
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
        cell: (row) =>
          row.figures ? (
            <Figure name={name} figures={row.figures} told={toldOf.get(row) ?? null} />
          ) : (
            t('returns.notReported')
          ),
      }),
    ),
  ]
  return (
    <Table
      caption={t('returns.title')}
      captionHidden
      className="table-wide"
      columns={columns}
      rows={page.rows}
      rowKey={({ code, isOwn }) => `${code}${isOwn ? '-own' : ''}`}
      sum={[
        t('returns.sum'),
        null,
        ...figureNames.map((name) => (
          <Figure key={name} name={name} figures={page.total} told={told.total} />
        )),
      ]}
    />
  )
}

type FigureProps = { name: FigureName; figures: Figures; told: ToldFigures | null }

/** What she sees; on paper, which leaves the desk, only where the file tells it too. */
function Figure({ name, figures, told }: FigureProps) {
  const figure = writeFigure(name, figures)
  if (told?.[name] != null) return figure
  return (
    <>
      <span className="no-print">{figure}</span>
      <span className="paper-only">*</span>
    </>
  )
}

function writeFigure(name: FigureName, figures: Figures): string {
  return isMoney(name) ? formatYuan(figures[name]) : formatCount(figures[name])
}
