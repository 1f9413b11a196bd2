import { useTranslator } from '~/platform/i18n/use-translator'
import type { Column } from '~/ui/table'
import type { FigureName, Figures } from '../figures'
import type { ReturnVersionPage, VersionRow } from '../get-return-version.server'
import { FiguresTable } from './figures-table'
import { writeFigure } from './row-sums'

/** An earlier version of a return, each figure that the next one changed with what it became. */
export function VersionTable({ page }: { page: ReturnVersionPage }) {
  const { t } = useTranslator()
  const before: Column<VersionRow>[] = [
    {
      key: 'place',
      header: t('returns.columnPlace'),
      rowHeader: true,
      cell: ({ name, isOwn, version }) => (
        <>
          {isOwn && page.level !== 'village' ? (
            t('returns.ownRow', { place: name })
          ) : (
            <span className="whitespace-nowrap">{name}</span>
          )}
          {version === null || version === 1 ? null : (
            <span className="queue-note whitespace-nowrap">{t('returns.versionMark', { version })}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <FiguresTable
      rows={page.rows}
      before={before}
      figure={(name, { figures, next }) => <Changed name={name} figures={figures} next={next} />}
      sum={(name) => <Changed key={name} name={name} figures={page.total} next={page.nextTotal} />}
    />
  )
}

type ChangedProps = { name: FigureName; figures: Figures | null; next: Figures | null }

function Changed({ name, figures, next }: ChangedProps) {
  const { t } = useTranslator()
  const write = (said: Figures | null) => (said ? writeFigure(name, said) : t('returns.notReported'))
  return (
    <>
      {write(figures)}
      {figures?.[name] === next?.[name] ? null : (
        <span className="queue-note">{t('returns.became', { figure: write(next) })}</span>
      )}
    </>
  )
}
