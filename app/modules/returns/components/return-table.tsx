import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { Column } from '~/ui/table'
import type { FigureName, Figures } from '../figures'
import type { ReturnPage, ReturnRow } from '../get-return.server'
import { kindOf } from '../row-kinds'
import { rowsQuery } from '../schema'
import { type ToldFigures, toldFigures } from '../small-rows'
import { FiguresTable } from './figures-table'
import { writeFigure } from './row-sums'

/** A place's return as a table: a row for each place below, one for what belongs to the place itself, the sum. Printed, it leaves out what its file leaves out. */
export function ReturnTable({ page }: { page: ReturnPage }) {
  const { t, href } = useTranslator()
  const month = page.month.slice(0, 7)
  const told = toldFigures(page)
  const toldOf = new Map(page.rows.map((row, at) => [row, told.rows[at] ?? null]))
  const before: Column<ReturnRow>[] = [
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
  ]
  return (
    <FiguresTable
      rows={page.rows}
      before={before}
      figure={(name, row) =>
        row.figures ? (
          <Figure
            name={name}
            figures={row.figures}
            told={toldOf.get(row) ?? null}
            href={href(rowsPath(name, { month, place: row.code, isOwn: row.isOwn }))}
          />
        ) : (
          t('returns.notReported')
        )
      }
      sum={(name) => (
        <Figure
          key={name}
          name={name}
          figures={page.total}
          told={told.total}
          href={href(rowsPath(name, { month, place: page.code, isOwn: false }))}
        />
      )}
    />
  )
}

/** Where a figure opens into its rows. */
function rowsPath(
  name: FigureName,
  { month, place, isOwn }: { month: string; place: string; isOwn: boolean },
): string {
  return paths.deskReturnRows({ month, place }, rowsQuery({ of: kindOf(name), own: isOwn ? 'yes' : null }))
}

type FigureProps = { name: FigureName; figures: Figures; told: ToldFigures | null; href: string }

/** What she sees, a link to its rows where there are any; on paper, which leaves the desk, only where the file tells it too. */
function Figure({ name, figures, told, href }: FigureProps) {
  const written = writeFigure(name, figures)
  const figure =
    figures[name] === 0 ? (
      written
    ) : (
      <a className="link" href={href}>
        {written}
      </a>
    )
  if (told?.[name] != null) return figure
  return (
    <>
      <span className="no-print">{figure}</span>
      <span className="paper-only">*</span>
    </>
  )
}
