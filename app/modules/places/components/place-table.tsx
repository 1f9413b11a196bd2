import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { PlaceRow } from '../find-places.server'

/** Places with their code, what they were called before, and what became of those that have ended. */
export function PlaceTable({ caption, rows }: { caption: string; rows: PlaceRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<PlaceRow>[] = [
    {
      key: 'name',
      header: t('places.columnName'),
      rowHeader: true,
      cell: ({ code, nameZh, above }) => (
        <>
          <a className="link link-line" href={href(paths.adminRegion({ code }))}>
            {nameZh}
          </a>{' '}
          <span className="quiet small">{above}</span>
        </>
      ),
    },
    { key: 'code', header: t('places.code'), cell: ({ code }) => <span className="num">{code}</span> },
    {
      key: 'former',
      header: t('places.columnFormer'),
      wideOnly: true,
      cell: ({ formerNames }) => formerNames.join(t('places.comma')),
    },
    {
      key: 'state',
      header: t('places.columnState'),
      cell: ({ until, became }) =>
        until ? (
          <Badge tone="plain">
            {became
              ? t('places.becameShort', { name: became.nameZh })
              : t('places.endedOn', { day: formatDay(locale, until, '') })}
          </Badge>
        ) : (
          t('places.exists')
        ),
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ code }) => code} />
}
