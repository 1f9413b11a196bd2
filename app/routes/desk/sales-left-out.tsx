import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { LeftOutTable } from '~/modules/sales/components/left-out-table'
import { SalesList } from '~/modules/sales/components/sales-list'
import { findLeftOutRows } from '~/modules/sales/find-left-out.server'
import { SalesRowsSearch } from '~/modules/sales/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
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
  const found = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <SalesList
      of="leftOut"
      found={found}
      list={paths.deskSalesLeftOut}
      link={
        <a className="link" href={href(paths.deskFlags())}>
          {t('sales.leftOutFlags')}
        </a>
      }
    >
      {(title) => <LeftOutTable title={title} rows={found.rows} />}
    </SalesList>
  )
}
