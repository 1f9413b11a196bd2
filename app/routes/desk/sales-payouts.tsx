import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PayoutRowsTable } from '~/modules/sales/components/payout-rows-table'
import { findPayoutRows } from '~/modules/sales/find-payouts.server'
import { SalesPayoutsSearch, salesQuery } from '~/modules/sales/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'sales:read')
  const { after, ...filter } = parseSearch(request, SalesPayoutsSearch)
  return answer(request, () => findPayoutRows({ actor, filter, after, locale: requestLocale(request) }))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('sales.title'))

export default function DeskSalesPayouts() {
  const { filter, place, month, rows, next } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const title = t('sales.payoutsTitle', { place, month: formatMonth(locale, month) })
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t('sales.payoutsLead')}</p>
        <p className="no-print flex flex-wrap gap-x-6">
          <a className="link" href={href(paths.deskSales(salesQuery(filter)))}>
            {t('sales.rowsBack')}
          </a>
        </p>
      </header>
      {rows.length === 0 ? (
        <p className="quiet">{t('sales.rowsNone')}</p>
      ) : (
        <PayoutRowsTable title={title} rows={rows} month={filter.month} />
      )}
      {next === null ? null : (
        <p className="no-print">
          <a className="link" href={href(paths.deskSalesPayouts({ ...salesQuery(filter), after: next }))}>
            {t('sales.rowsMore')}
          </a>
        </p>
      )}
    </>
  )
}
