import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { AccountsTable } from '~/modules/ledger/components/accounts-table'
import { TotalsTable } from '~/modules/ledger/components/totals-table'
import { findAccountTotals } from '~/modules/ledger/find-account-totals.server'
import { findAccounts } from '~/modules/ledger/find-accounts.server'
import { LedgerSearch } from '~/modules/ledger/schema'
import { parseSearch } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'ledger:read')
  const { day, owner, kind, currency, page } = parseSearch(request, LedgerSearch)
  const [totals, opened] = await Promise.all([
    findAccountTotals({ day }),
    owner && kind ? findAccounts({ owner, kind, currency, page }) : null,
  ])
  return {
    totals,
    accounts: opened && owner && kind ? { ...opened, owner, kind, currency } : null,
    asked: day,
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('ledger.title'))

export default function DeskLedger() {
  const { totals, accounts, asked } = useLoaderData<typeof loader>()
  const { t, locale } = useTranslator()
  const isFuture = asked !== null && asked > totals.today
  return (
    <>
      <header className="desk-head">
        <h1>{t('ledger.title')}</h1>
        <p>{t('ledger.asOf', { day: formatDay(locale, totals.day, totals.today.slice(0, 4)) })}</p>
      </header>
      <p className="quiet">{t('ledger.lead')}</p>
      <form method="get" className="desk-acts items-end">
        <Field
          id="day"
          name="day"
          type="date"
          figures
          label={t('ledger.dayLabel')}
          defaultValue={totals.day}
          max={totals.today}
          error={isFuture ? t('ledger.dayFuture') : undefined}
        />
        <Button kind="line">{t('ledger.dayShow')}</Button>
      </form>
      <section className="desk-section">
        <TotalsTable totals={totals} />
      </section>
      {accounts ? <AccountsTable {...accounts} /> : null}
    </>
  )
}
