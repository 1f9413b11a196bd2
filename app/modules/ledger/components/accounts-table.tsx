import type { AccountKind } from '~/generated/prisma/enums'
import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type Column, Table } from '~/ui/table'
import { kindTitle, ownerTitle } from '../account-words'
import type { AccountRow } from '../find-accounts.server'

type AccountsTableProps = {
  owner: 'seller' | 'person'
  kind: AccountKind
  currency: string
  rows: AccountRow[]
  next: number | null
}

/** The accounts behind one figure, the fullest first. */
export function AccountsTable({ owner, kind, currency, rows, next }: AccountsTableProps) {
  const { t, locale, href } = useTranslator()
  const title = t('ledger.accountsTitle', { owner: t(ownerTitle[owner]), kind: t(kindTitle[kind]) })
  const columns: Column<AccountRow>[] = [
    {
      key: 'account',
      header: t('ledger.columnAccount'),
      rowHeader: true,
      cell: ({ accountId, nameZh, nameEn }) => (
        <a className="link link-line" href={href(paths.deskLedgerAccount({ accountId }))}>
          {locale === 'en' ? nameEn : nameZh}
        </a>
      ),
    },
    {
      key: 'balance',
      header: `${t('ledger.columnBalance')} ${currency}`,
      numeric: true,
      cell: ({ balance }) => formatYuan(balance),
    },
  ]
  return (
    <section className="desk-section" id="accounts">
      <h2>{title}</h2>
      <Table
        caption={title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ accountId }) => accountId}
      />
      {next ? (
        <p className="desk-foot">
          <a
            className="link link-line"
            href={`${href(paths.deskLedger({ owner, kind, currency, page: String(next) }))}#accounts`}
          >
            {t('ledger.more')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
