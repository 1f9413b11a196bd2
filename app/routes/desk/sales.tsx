import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { CraftChart, MonthsChart } from '~/modules/sales/components/sales-charts'
import { SalesFigures } from '~/modules/sales/components/sales-figures'
import { SalesFilterForm } from '~/modules/sales/components/sales-filter'
import { GroupTable, MonthsTable } from '~/modules/sales/components/sales-tables'
import { findSales } from '~/modules/sales/find-sales.server'
import { findSalesChoices } from '~/modules/sales/find-sales-choices.server'
import { SalesSearch, salesQuery } from '~/modules/sales/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
import { formatCount, formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

const mostSellers = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'sales:read')
  const filter = parseSearch(request, SalesSearch)
  const locale = requestLocale(request)
  const [page, choices] = await Promise.all([
    answer(request, () => findSales({ actor, filter, locale, mostSellers })),
    findSalesChoices(locale),
  ])
  return { page, choices }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('sales.title'))

export default function DeskSales() {
  const { page, choices } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const { filter, place, groups } = page
  const [seller] = groups.seller
  const isEmpty = page.months.every(({ orders, refundedFen }) => orders === 0 && refundedFen === 0)
  const file = (form: 'xlsx' | 'csv') => href(paths.deskSalesFile({ form }, salesQuery(filter)))
  return (
    <>
      <header className="desk-head">
        <h1>{t('sales.heading', { place: place.name })}</h1>
        <p>{formatMonth(locale, page.month)}</p>
        <SalesFilterForm page={page} choices={choices} />
        <p className="no-print flex flex-wrap gap-x-6">
          {place.above === null ? null : (
            <a className="link" href={href(paths.deskSales(salesQuery(filter, { place: place.above })))}>
              {t('sales.above')}
            </a>
          )}
          {filter.seller === null ? null : (
            <a className="link" href={href(paths.deskSales(salesQuery(filter, { seller: null })))}>
              {t('sales.everySeller')}
            </a>
          )}
          <a className="link" href={file('xlsx')}>
            {t('sales.fileXlsx')}
          </a>
          <a className="link" href={file('csv')}>
            {t('sales.fileCsv')}
          </a>
        </p>
      </header>
      {filter.seller !== null && seller ? <p>{t('sales.onlySeller', { name: seller.name })}</p> : null}
      {page.isRunning ? (
        <Banner tone="wait">{t('sales.running', { month: formatMonth(locale, page.month) })}</Banner>
      ) : null}
      <SalesFigures page={page} />
      {page.payouts === null ? <p className="quiet">{t('sales.noPayouts')}</p> : null}
      {isEmpty ? <p className="quiet">{t('sales.nothing')}</p> : null}
      {isEmpty ? null : (
        <div className="duo">
          <MonthsChart page={page} />
          <MonthsTable page={page} />
        </div>
      )}
      {groups.place.length === 0 ? null : (
        <>
          <GroupTable page={page} kind="place" />
          <GroupTable page={page} kind="craft" />
          <CraftChart page={page} />
          <p className="quiet">{t('sales.craftNote')}</p>
          <GroupTable page={page} kind="seller" />
          {groups.sellers > groups.seller.length ? (
            <p className="quiet">
              {t('sales.sellersNote', {
                all: formatCount(groups.sellers),
                shown: formatCount(groups.seller.length),
              })}
            </p>
          ) : null}
          <GroupTable page={page} kind="base" />
          <GroupTable page={page} kind="channel" />
          <GroupTable page={page} kind="paidBy" />
        </>
      )}
      <p className="desk-foot">{t('sales.foot')}</p>
    </>
  )
}
