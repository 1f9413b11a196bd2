import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { PayoutRowsTable } from '~/modules/sales/components/payout-rows-table'
import { SalesList } from '~/modules/sales/components/sales-list'
import { findPayoutRows } from '~/modules/sales/find-payouts.server'
import { SalesPayoutsSearch } from '~/modules/sales/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'

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
  const found = useLoaderData<typeof loader>()
  return (
    <SalesList of="payouts" found={found} list={paths.deskSalesPayouts}>
      {(title) => <PayoutRowsTable title={title} rows={found.rows} month={found.filter.month} />}
    </SalesList>
  )
}
