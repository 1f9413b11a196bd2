import { paths } from '~/paths'
import { formatCount, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { type Column, Table } from '~/ui/table'
import type { AccountTotal, AccountTotals } from '../find-account-totals.server'
import { AccountName } from './account-name'

/** Every balance of one day, and the proof that each currency sums to nothing. */
export function TotalsTable({ totals }: { totals: AccountTotals }) {
  const { t } = useTranslator()
  const columns: Column<AccountTotal>[] = [
    {
      key: 'account',
      header: t('ledger.columnAccount'),
      rowHeader: true,
      cell: (row) => <TotalLink row={row} />,
    },
    {
      key: 'count',
      header: t('ledger.columnCount'),
      numeric: true,
      wideOnly: true,
      cell: ({ accounts }) => formatCount(accounts),
    },
    { key: 'currency', header: t('ledger.columnCurrency'), cell: ({ currency }) => currency },
    {
      key: 'balance',
      header: t('ledger.columnBalance'),
      numeric: true,
      cell: ({ balance }) => formatYuan(balance),
    },
  ]
  if (totals.rows.length === 0) return <p className="quiet">{t('ledger.empty')}</p>
  const broken = totals.sums.filter(({ balance }) => balance !== 0)
  return (
    <>
      {broken.map(({ currency }) => (
        <Banner key={currency} tone="wrong" role="alert">
          {t('ledger.unbalanced', { currency })}
        </Banner>
      ))}
      <Table
        caption={t('ledger.title')}
        captionHidden
        columns={columns}
        rows={totals.rows}
        rowKey={({ owner, kind, currency }) => `${owner}:${kind}:${currency}`}
      />
      {broken.length === 0 ? <p className="quiet">{t('ledger.balanced')}</p> : null}
    </>
  )
}

function TotalLink({ row }: { row: AccountTotal }) {
  const { href } = useTranslator()
  const { owner, kind, currency, accountId } = row
  const to = accountId
    ? paths.deskLedgerAccount({ accountId })
    : `${paths.deskLedger({ owner, kind, currency })}#accounts`
  return (
    <a className="link link-line" href={href(to)}>
      <AccountName owner={owner} kind={kind} />
    </a>
  )
}
