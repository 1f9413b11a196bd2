import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cannotMake } from '~/modules/aftersales/cannot-make.server'
import { CannotMake, StartMaking } from '~/modules/aftersales/components/making-acts'
import { WorkEnd } from '~/modules/aftersales/components/work-end'
import { unsafeFindParcelEnds } from '~/modules/aftersales/find-parcel-ends.server'
import { CannotMakeForm, StartForm } from '~/modules/aftersales/schema'
import { startMaking } from '~/modules/aftersales/start-making.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HandOver } from '~/modules/collections/components/hand-over'
import { takeBack } from '~/modules/collections/end-collection.server'
import { unsafeFindHandOver } from '~/modules/collections/find-collections.server'
import { handToBase } from '~/modules/collections/hand-to-base.server'
import { CollectionForm } from '~/modules/collections/schema'
import { Earning } from '~/modules/orders/components/earning'
import { ShipForm as ShipFields } from '~/modules/orders/components/ship-form'
import { WorkPieces } from '~/modules/orders/components/work-pieces'
import { getSellerWork } from '~/modules/orders/get-seller-work.server'
import { ShipForm } from '~/modules/orders/schema'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { usualCarrier } from '~/modules/orders/usual-carrier'
import { PrintPapers } from '~/modules/packing/components/print-papers'
import { paths, StudioOrderParams } from '~/paths'
import { answer, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { Refusal } from '~/ui/refusal'
import { Unbroken } from '~/ui/unbroken'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  const work = await answer(request, () =>
    getSellerWork({ actor, sellerOrderId, locale: requestLocale(request) }),
  )
  const ends = await unsafeFindParcelEnds({ id: work.id }, actor)
  const over = await unsafeFindHandOver(work.id, requestLocale(request))
  return { work, ends, over, justShipped: new URL(request.url).searchParams.has('shipped') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  const { sellerOrderId } = parseParams(params, StudioOrderParams)
  const form = await readForm(request)
  const back = (query = '') =>
    redirect(localPath(requestLocale(request), `${paths.studioOrder({ sellerOrderId })}${query}`), 303)
  switch (form.get('intent')) {
    case 'start':
      return handleFormData(request, form, StartForm, async () => {
        await startMaking({ actor, sellerOrderId })
        return back()
      })
    case 'cannot':
      return handleFormData(request, form, CannotMakeForm, async (reason) => {
        await cannotMake({ actor, sellerOrderId, ...reason })
        return back()
      })
    case 'hand':
      return handleFormData(request, form, CollectionForm, async () => {
        await handToBase({ actor, sellerOrderId })
        return back()
      })
    case 'takeBack':
      return handleFormData(request, form, CollectionForm, async () => {
        await takeBack({ actor, sellerOrderId })
        return back()
      })
    default:
      return handleFormData(request, form, ShipForm, async (parcel) => {
        await shipSellerOrder({ actor, sellerOrderId, ...parcel })
        return back('?shipped')
      })
  }
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? t('order.workOrder', { number: data.work.number }) : t('order.workTitle'),
  )

export default function StudioOrder() {
  const { work, ends, over, justShipped } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const refused = said && 'errors' in said ? said : null
  const isToShip = work.status === 'to_ship'
  return (
    <>
      <h1 className="studio-heading num task-number">
        <Unbroken text={t('order.workOrder', { number: work.number })} />
      </h1>
      {isToShip && work.shipBy ? (
        <p className="studio-lead">
          {t('order.workBy', { day: formatDay(locale, work.shipBy) })}{' '}
          {work.late ? <Badge tone="late">{t('order.workLate')}</Badge> : null}
        </p>
      ) : null}
      <Refusal text={refusalText(t, refused, isToShip)} />
      {justShipped && !refused ? <Banner tone="done">{t('order.shipDone')}</Banner> : null}
      {ends.map((end) => (
        <WorkEnd key={end.id} end={end} />
      ))}
      <WorkPieces work={work} />
      {work.isOwn ? (
        <p className="py-4">
          <ButtonLink
            kind="line"
            icon="letter"
            href={href(paths.studioOrderMessages({ sellerOrderId: work.id }))}
          >
            {t('messages.askBuyer')}
          </ButtonLink>
        </p>
      ) : null}
      {isToShip ? (
        <>
          {ends.map((end) => (
            <StartMaking key={end.id} end={end} />
          ))}
          <PrintPapers sellerOrderId={work.id} />
          {over ? <HandOver over={over} /> : null}
          {over && over.state !== 'here' ? null : <ShipFields failure={refused} usual={usualCarrier(work)} />}
        </>
      ) : null}
      {over?.state === 'sent' ? <HandOver over={over} /> : null}
      {work.status === 'cancelled' || !work.isOwn ? null : <Earning work={work} />}
      {isToShip ? ends.map((end) => <CannotMake key={end.id} end={end} failure={refused} />) : null}
    </>
  )
}
