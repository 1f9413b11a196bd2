import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import type { LegRow } from '../get-transaction.server'
import { AccountName } from './account-name'

/** The legs of one posting, in the order in which they were booked. */
export function LegsTable({ legs }: { legs: LegRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<LegRow>[] = [
    {
      key: 'account',
      header: t('ledger.columnAccount'),
      rowHeader: true,
      cell: ({ accountId, titleZh, titleEn, ...named }) => (
        <>
          <a className="queue-title" href={href(paths.deskLedgerAccount({ accountId }))}>
            <AccountName {...named} />
          </a>
          {titleZh ? (
            <span className="queue-note" lang={locale === 'en' && titleEn ? 'en' : 'zh-CN'}>
              {locale === 'en' ? (titleEn ?? titleZh) : titleZh}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'currency', header: t('ledger.columnCurrency'), cell: ({ currency }) => currency },
    {
      key: 'amount',
      header: t('ledger.columnAmount'),
      numeric: true,
      cell: ({ amount }) => formatYuan(amount),
    },
  ]
  return (
    <Table caption={t('ledger.legs')} captionHidden columns={columns} rows={legs} rowKey={({ id }) => id} />
  )
}
