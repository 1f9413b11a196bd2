import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { LeftOutTable } from '~/modules/sales/components/left-out-table'
import { findLeftOutRows } from '~/modules/sales/find-left-out.server'
import { SalesRowsSearch, salesQuery } from '~/modules/sales/schema'
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
  const { after, ...filter } = parseSearch(request, SalesRowsSearch)
  return answer(request, () => findLeftOutRows({ actor, filter, after, locale: requestLocale(request) }))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('sales.title'))

export default function DeskSalesLeftOut() {
  const { filter, place, month, rows, next } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const title = t('sales.leftOutTitle', { place, month: formatMonth(locale, month) })
  return (
    <>
      <header className="desk-head">
        <h1>{title}</h1>
        <p>{t('sales.leftOutLead')}</p>
        <p className="no-print flex flex-wrap gap-x-6">
          <a className="link" href={href(paths.deskSales(salesQuery(filter)))}>
            {t('sales.rowsBack')}
          </a>
          <a className="link" href={href(paths.deskFlags())}>
            {t('sales.leftOutFlags')}
          </a>
        </p>
      </header>
      {rows.length === 0 ? (
        <p className="quiet">{t('sales.rowsNone')}</p>
      ) : (
        <LeftOutTable title={title} rows={rows} />
      )}
      {next === null ? null : (
        <p className="no-print">
          <a className="link" href={href(paths.deskSalesLeftOut({ ...salesQuery(filter), after: next }))}>
            {t('sales.rowsMore')}
          </a>
        </p>
      )}
    </>
  )
}
