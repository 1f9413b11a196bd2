import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  type SerializeFrom,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { z } from 'zod'
import { cancelByBuyer } from '~/modules/aftersales/cancel-by-buyer.server'
import { CancelParcel } from '~/modules/aftersales/components/cancel-parcel'
import { ParcelEnd } from '~/modules/aftersales/components/parcel-end'
import { unsafeFindParcelEnds } from '~/modules/aftersales/find-parcel-ends.server'
import { CancelParcelForm } from '~/modules/aftersales/schema'
import { findActor } from '~/modules/auth/find-actor.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { numberParcels } from '~/modules/bases/number-parcels'
import { changeInvoice } from '~/modules/invoices/change-invoice.server'
import { InvoiceFaults, OrderInvoice } from '~/modules/invoices/components/order-invoice'
import { unsafeFindInvoice } from '~/modules/invoices/find-order-invoice.server'
import { InvoiceForm } from '~/modules/invoices/invoice-form'
import { countUnreadParts } from '~/modules/messages/find-conversations.server'
import { asOrderHolder } from '~/modules/messages/who'
import { JoiningNote } from '~/modules/orders/components/joining-note'
import { KeepLink } from '~/modules/orders/components/keep-link'
import { OrderMoney } from '~/modules/orders/components/order-money'
import { OrderNotHere } from '~/modules/orders/components/order-not-here'
import { OrderParcel } from '~/modules/orders/components/order-parcel'
import { OrderSums } from '~/modules/orders/components/order-sums'
import { PresentOrder } from '~/modules/orders/components/present-order'
import { confirmReceipt } from '~/modules/orders/confirm-receipt.server'
import { unsafeGetOrderPage } from '~/modules/orders/get-order-page.server'
import { unsafeIsToHerMail, unsafeJoinByMail } from '~/modules/orders/join-by-mail.server'
import { readJoining } from '~/modules/orders/joining'
import { presentPageOf } from '~/modules/orders/present-page'
import { requireParcelAccess } from '~/modules/orders/require-order-access.server'
import { BuyerProduction } from '~/modules/production/components/production-photos'
import { unsafeFindProductionPhotos } from '~/modules/production/find-production-photos.server'
import { SaidWords } from '~/modules/questions/components/said-words'
import { ContactLine } from '~/modules/settings/components/contact-line'
import { findContact } from '~/modules/settings/find-contact.server'
import { unsafeFindTransfer } from '~/modules/transfers/find-transfer.server'
import { paths } from '~/paths'
import { Refusal } from '~/platform/errors'
import { idField } from '~/platform/fields'
import { type FormFailure, handleFormData, readForm } from '~/platform/form.server'
import { returnOrigin } from '~/platform/http/public-origin.server'
import { formatBeijingTime, formatMoney } from '~/platform/i18n/format'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { PersonName } from '~/ui/person-name'
import { Refusal as RefusalBanner } from '~/ui/refusal'
import { Unbroken } from '~/ui/unbroken'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireParcelAccess(request, params)
  const locale = requestLocale(request)
  const joining = readJoining(request)
  const order = await unsafeGetOrderPage({ orderId: access.orderId, locale })
  const contact = await findContact()
  const headers = { 'Cache-Control': 'private, no-store' }
  if (access.isReceiver) return json({ present: presentPageOf(order), joining, contact }, { headers })
  if (order.status === 'pending_payment')
    throw redirect(localPath(locale, paths.orderPay({ number: access.number }, joining ? { joining } : {})))
  const hasTransfer =
    order.status === 'expired' && (await unsafeFindTransfer({ orderId: access.orderId })) !== null
  const ends = await unsafeFindParcelEnds({ orderId: access.orderId }, { job: 'order_access' })
  const invoice = await unsafeFindInvoice({ orderId: access.orderId })
  const making = await unsafeFindProductionPhotos({ orderId: access.orderId }, locale)
  const unread = await countUnreadParts({ who: asOrderHolder(access) })
  const link = access.secret
    ? returnOrigin(request) +
      localPath(locale, paths.orderLink({ number: access.number, secret: access.secret }))
    : null
  const isNew = new URL(request.url).searchParams.has('thanks')
  const actor = order.country === 'CN' ? null : await findActor(request)
  const canJoin = actor !== null && (await unsafeIsToHerMail({ actor, orderId: access.orderId }))
  return json(
    { order, ends, invoice, making, link, isNew, hasTransfer, unread, joining, canJoin, contact },
    { headers },
  )
}

const ConfirmForm = z.object({ sellerOrderId: idField })

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireParcelAccess(request, params)
  const form = await readForm(request)
  const back = (part: string) =>
    redirect(localPath(requestLocale(request), `${paths.order({ number: access.number })}#${part}`), 303)
  const { orderId, userId } = access
  if (access.isReceiver && form.has('intent'))
    return handleFormData(request, form, z.object({}), async () => {
      throw new Refusal('order.presentRefused', 403)
    })
  if (form.get('intent') === 'cancel')
    return handleFormData(request, form, CancelParcelForm, async ({ sellerOrderId, note }) => {
      await cancelByBuyer({ orderId, sellerOrderId, userId, note })
      return back(sellerOrderId)
    })
  if (form.get('intent') === 'join')
    return handleFormData(request, form, z.object({}), async () => {
      const actor = await requireActor(request, 'account:use')
      const joining = await unsafeJoinByMail({ actor, orderId })
      return redirect(
        localPath(requestLocale(request), paths.order({ number: access.number }, { joining })),
        303,
      )
    })
  if (form.get('intent') === 'invoice')
    return handleFormData(request, form, InvoiceForm, async (wanted) => {
      await changeInvoice({ orderId, form: wanted })
      return back('invoice')
    })
  return handleFormData(request, form, ConfirmForm, async ({ sellerOrderId }) => {
    await confirmReceipt({ orderId, sellerOrderId, userId })
    return back(sellerOrderId)
  })
}

export const meta: MetaFunction<typeof loader> = ({ location, params }) => {
  const t = translator(localeOf(location.pathname))
  const title = t('order.orderTitle', { number: params.number ?? '' })
  return [{ title: `${title} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function OrderRoute() {
  const found = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const refused = said && 'errors' in said ? said : null
  return 'present' in found ? (
    <PresentOrder {...found} failure={refused} />
  ) : (
    <BuyerOrder found={found} refused={refused} />
  )
}

type Found = Exclude<SerializeFrom<typeof loader>, { present: unknown }>

/** All of it, for whoever ordered. */
function BuyerOrder({ found, refused }: { found: Found; refused: FormFailure | null }) {
  const { order, ends, invoice, making, link, isNew, hasTransfer, unread, joining, canJoin, contact } = found
  const { t, locale, href } = useTranslator()
  const isInvoice = refused?.intent === 'invoice'
  const isThere = isInvoice || order.parcels.some(({ id }) => id === refused?.values.sellerOrderId)
  const closed = order.status === 'expired' || order.status === 'cancelled'
  return (
    <div className="wrap wrap-form till">
      <header className="order-head">
        <h1>
          <Unbroken text={isNew ? t('order.thanksTitle') : t('order.orderTitle', { number: order.number })} />
        </h1>
        <p className="quiet">
          {isNew ? <Unbroken text={`${t('order.orderTitle', { number: order.number })} · `} /> : null}
          {t('order.placedOn', { time: formatBeijingTime(locale, new Date(order.placedAt)) })}
        </p>
      </header>
      <JoiningNote joining={joining} />
      {isInvoice && Object.keys(refused.errors).length > 0 ? (
        <InvoiceFaults errors={refused.errors} />
      ) : (
        <RefusalBanner text={refusalText(t, refused, isThere)} />
      )}
      {order.status === 'expired' ? <Banner tone="wait">{t('order.expiredText')}</Banner> : null}
      {hasTransfer && !order.refundUnderWay && order.refundedFen === 0 ? (
        <Banner tone="info">{t('transfer.expired')}</Banner>
      ) : null}
      {order.status === 'cancelled' ? <Banner tone="wait">{t('order.cancelledText')}</Banner> : null}
      {order.refundUnderWay ? (
        <Banner tone="info">{t(closed ? 'order.refundUnderWay' : 'order.refundOnItsWay')}</Banner>
      ) : null}
      {order.refundedFen > 0 ? (
        <Banner tone="info">{t('order.refunded', { amount: formatMoney(locale, order.refundedFen) })}</Banner>
      ) : null}
      {link && isNew ? <KeepLink link={link} order={order} /> : null}
      <div className="till-grid">
        <div>
          {numberParcels(order.parcels).map(({ part: parcel, number }) => (
            <OrderParcel
              key={parcel.id}
              parcel={parcel}
              number={number}
              paidAt={order.paidAt}
              isPresent={order.isPresent}
              closed={closed}
            >
              <p className="no-print">
                <a
                  className="link link-line"
                  href={href(paths.orderMessages({ number: order.number, sellerOrderId: parcel.id }))}
                >
                  {t('messages.askOrder')}
                  {unread[parcel.id]
                    ? ` · ${t('messages.unreadShort', { count: unread[parcel.id] ?? 0 })}`
                    : null}
                </a>
              </p>
              {ends
                .filter(({ id }) => id === parcel.id)
                .map((end) => (
                  <Fragment key={end.id}>
                    <ParcelEnd end={end} />
                    <BuyerProduction
                      photos={making.filter(({ sellerOrderId }) => sellerOrderId === end.id)}
                    />
                    <CancelParcel end={end} failure={refused} />
                  </Fragment>
                ))}
            </OrderParcel>
          ))}
          {closed ? null : (
            <section className="order-part">
              <h2>{t('order.moneyTitle')}</h2>
              <OrderMoney {...order.shares} totalFen={order.totalFen + order.shares.borneFen} />
            </section>
          )}
        </div>
        <div className="order-side">
          <aside className="sum mb-6" id="sum">
            <h2>{t('shop.sumTitle')}</h2>
            <OrderSums order={order} />
            {order.contact ? (
              <>
                <h3 className="mt-4">{t('order.shipTo')}</h3>
                <p>
                  <PersonName name={order.contact.name} /> <span className="num">{order.contact.phone}</span>
                  <br />
                  <SaidWords text={order.contact.address} />
                </p>
              </>
            ) : null}
            {order.note ? (
              <>
                <h3 className="mt-4">{t('order.yourNote')}</h3>
                <p className="whitespace-pre-line">
                  <SaidWords text={order.note} />
                </p>
              </>
            ) : null}
            {order.giftNote ? (
              <>
                <h3 className="mt-4">{t('order.yourGiftNote')}</h3>
                <p className="whitespace-pre-line">
                  <SaidWords text={order.giftNote} />
                </p>
              </>
            ) : null}
            {order.hidePrices ? <p className="small quiet mt-4">{t('order.isGift')}</p> : null}
            <p className="small no-print mt-4">
              <a className="link" href={href(paths.report({ order: order.number, kind: 'complaint' }))}>
                {t('reports.link')}
              </a>
            </p>
            <ContactLine contact={contact} className="small mt-4" />
          </aside>
          {order.status === 'paid' && order.country === 'CN' ? (
            <OrderInvoice invoice={invoice} failure={isInvoice ? refused : null} />
          ) : null}
          {link && !isNew ? <KeepLink link={link} order={order} /> : null}
          {canJoin ? (
            <form method="post" className="order-part no-print">
              <p className="pb-3">{t('order.joinByMail')}</p>
              <Button name="intent" value="join">
                {t('account.joinTick')}
              </Button>
            </form>
          ) : null}
        </div>
      </div>
    </div>
  )
}

export function ErrorBoundary() {
  return <OrderNotHere />
}
