import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { StatusView } from '../get-household.server'
import { dayRange } from './day-range'

/** The household's dated statuses, each in the words of its time. */
export function HouseholdStatuses({ statuses }: { statuses: StatusView[] }) {
  const { t, locale } = useTranslator()
  const columns: Column<StatusView>[] = [
    {
      key: 'term',
      header: t('household.columnTerm'),
      rowHeader: true,
      cell: ({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh),
    },
    { key: 'from', header: t('household.columnFrom'), cell: (status) => dayRange(t, locale, status) },
    {
      key: 'source',
      header: t('household.columnSource'),
      cell: ({ source }) => <span lang="zh-CN">{source}</span>,
    },
  ]
  return (
    <section className="desk-section">
      <h2>{t('household.statuses')}</h2>
      {statuses.length === 0 ? (
        <p className="quiet">{t('household.statusesEmpty')}</p>
      ) : (
        <Table
          caption={t('household.statuses')}
          captionHidden
          columns={columns}
          rows={statuses}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}
