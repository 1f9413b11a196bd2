import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { BaseWork } from '~/modules/collections/components/base-work'
import { countCollections } from '~/modules/collections/find-collections.server'
import { WorkList } from '~/modules/orders/components/work-list'
import { findSellerWork } from '~/modules/orders/find-seller-work.server'
import { PrintSeveral } from '~/modules/packing/components/print-several'
import { mostPapers, PrintSearch } from '~/modules/packing/schema'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  const locale = requestLocale(request)
  const [toShip, onTheWay, done, cancelled, atBase] = await Promise.all([
    findSellerWork({ actor, locale, which: 'toShip' }),
    findSellerWork({ actor, locale, which: 'onTheWay' }),
    findSellerWork({ actor, locale, which: 'done' }),
    findSellerWork({ actor, locale, which: 'cancelled' }),
    countCollections({ actor }),
  ])
  return {
    toShip,
    onTheWay,
    done,
    cancelled,
    atBase,
    isNothing: parseSearch(request, PrintSearch).print === 'none',
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('order.workTitle'))

export default function StudioOrders() {
  const { toShip, onTheWay, done, cancelled, atBase, isNothing } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  if (toShip.length + onTheWay.length + done.length + cancelled.length === 0) {
    return (
      <>
        <h1 className="studio-heading">{t('order.workTitle')}</h1>
        <BaseWork count={atBase} />
        <EmptyState title={t('order.workEmpty')} text={t('order.workEmptyText')} />
      </>
    )
  }
  return (
    <>
      <h1 className="studio-heading">{t('order.workTitle')}</h1>
      <BaseWork count={atBase} />
      <WorkList title={t('order.workLateOnes')} work={toShip.filter(({ late }) => late)} />
      <WorkList title={t('order.workToMake')} work={toShip.filter(({ late, isMade }) => !late && isMade)} />
      <WorkList title={t('order.workToSend')} work={toShip.filter(({ late, isMade }) => !late && !isMade)} />
      <PrintSeveral work={toShip.slice(0, mostPapers)} isNothing={isNothing} />
      <WorkList title={t('order.workOnTheWay')} work={onTheWay} />
      <WorkList title={t('order.workDone')} work={done} />
      <WorkList title={t('aftersales.workCancelled')} work={cancelled} />
    </>
  )
}
