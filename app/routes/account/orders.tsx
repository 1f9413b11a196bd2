import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MyOrders } from '~/modules/auth/components/my-orders'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findMyOrders } from '~/modules/orders/find-my-orders.server'
import { paths } from '~/paths'
import { formatBeijingTime } from '~/platform/i18n/format'
import { localeOf, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const locale = requestLocale(request)
  const orders = await findMyOrders({ actor, locale })
  return {
    orders: orders.map((order) => ({
      ...order,
      placedAt: formatBeijingTime(locale, new Date(order.placedAt)),
    })),
  }
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('account.ordersTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function AccountOrders() {
  const { orders } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap pb-12">
      <header className="page-head">
        <h1>{t('account.ordersTitle')}</h1>
      </header>
      {orders.length > 0 ? (
        <MyOrders orders={orders} />
      ) : (
        <EmptyState
          title={t('account.ordersEmpty')}
          text={t('account.ordersEmptyText')}
          action={{ href: href(paths.findOrder()), text: t('account.findByNumber') }}
        />
      )}
      {orders.length > 0 ? (
        <p className="mt-5">
          <a className="link-line" href={href(paths.findOrder())}>
            {t('account.joinOrder')}
          </a>
        </p>
      ) : null}
    </div>
  )
}
