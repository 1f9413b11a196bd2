import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { SalesList } from '~/modules/sales/components/sales-list'
import { SalesRowsTable } from '~/modules/sales/components/sales-rows-table'
import { findSalesRows } from '~/modules/sales/find-sales-rows.server'
import { SalesRowsSearch } from '~/modules/sales/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'sales:read')
  const { after, ...filter } = parseSearch(request, SalesRowsSearch)
  return answer(request, () => findSalesRows({ actor, filter, after, locale: requestLocale(request) }))
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('sales.title'))

export default function DeskSalesRows() {
  const found = useLoaderData<typeof loader>()
  return (
    <SalesList of="rows" found={found} list={paths.deskSalesRows}>
      {(title) => <SalesRowsTable title={title} rows={found.rows} />}
    </SalesList>
  )
}
