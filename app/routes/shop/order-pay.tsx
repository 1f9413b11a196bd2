import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { joinCarts } from '~/modules/cart/join-carts.server'
import { cancelOrder } from '~/modules/checkout/cancel-order.server'
import { JoiningNote } from '~/modules/orders/components/joining-note'
import { PaySteps } from '~/modules/orders/components/pay-steps'
import { ToPaySum } from '~/modules/orders/components/to-pay-sum'
import { unsafeGetOrderPage } from '~/modules/orders/get-order-page.server'
import { readJoining } from '~/modules/orders/joining'
import { requireOrderAccess } from '~/modules/orders/require-order-access.server'
import { areCardsOver } from '~/modules/payments/are-cards-over.server'
import { findTextToAgree } from '~/modules/payments/find-abroad-consent.server'
import { startPayment } from '~/modules/payments/start-payment.server'
import { tellPaymentResult } from '~/modules/payments/tell-payment-result.server'
import { chooseTransfer } from '~/modules/transfers/choose-transfer.server'
import { ChooseTransfer } from '~/modules/transfers/components/choose-transfer'
import { PayElsewhere } from '~/modules/transfers/components/pay-elsewhere'
import { unsafeFindTransfer } from '~/modules/transfers/find-transfer.server'
import { findTransferOffer } from '~/modules/transfers/find-transfer-offer.server'
import { paths } from '~/paths'
import { choiceField, textTickField } from '~/platform/fields'
import { handleForm } from '~/platform/form.server'
import { isInWeChat } from '~/platform/http/is-in-wechat'
import { returnOrigin } from '~/platform/http/public-origin.server'
import { formatBeijingTime, formatMoney } from '~/platform/i18n/format'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ConsentBox } from '~/ui/consent-box'
import { CopyScript } from '~/ui/copy-line'
import { Refusal } from '~/ui/refusal'
import { Unbroken } from '~/ui/unbroken'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { orderId, number, secret } = await requireOrderAccess(request, params)
  const locale = requestLocale(request)
  const order = await unsafeGetOrderPage({ orderId, locale })
  if (order.status !== 'pending_payment') throw redirect(localPath(locale, paths.order({ number })))
  const transfer = await unsafeFindTransfer({ orderId })
  if (transfer?.stage === 'open') throw redirect(localPath(locale, paths.orderTransfer({ number })))
  const address = (path: string) => returnOrigin(request) + localPath(locale, path)
  const [abroadText, cardsOver, offer] = await Promise.all([
    findTextToAgree({ orderId, locale }),
    areCardsOver(orderId),
    findTransferOffer(order),
  ])
  return json(
    {
      order,
      isChecking: new URL(request.url).searchParams.has('checking'),
      joining: readJoining(request),
      abroadText,
      cardsOver,
      setAsideFen: transfer?.stage === 'set_aside' ? transfer.receivedFen : null,
      offer,
      elsewhere: isInWeChat(request.headers.get('User-Agent'))
        ? { link: secret && address(paths.orderLink({ number, secret })), find: address(paths.findOrder()) }
        : null,
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

const PayForm = z.object({
  intent: choiceField(['pay', 'transfer', 'cancel', 'check']),
  abroadTextId: textTickField,
})

export async function action({ request, params }: ActionFunctionArgs) {
  const { orderId, number, userId } = await requireOrderAccess(request, params)
  const locale = requestLocale(request)
  return handleForm(request, PayForm, async ({ intent, abroadTextId }) => {
    if (intent === 'pay')
      return redirect(await startPayment({ orderId, abroadTextId, origin: returnOrigin(request) }), 303)
    if (intent === 'transfer') {
      await chooseTransfer({ orderId })
      return redirect(localPath(locale, paths.orderTransfer({ number })), 303)
    }
    if (intent === 'check') {
      const status = await tellPaymentResult({ orderId })
      const next =
        status === 'pending_payment'
          ? `${paths.orderPay({ number })}?checking`
          : `${paths.order({ number })}?thanks`
      return redirect(localPath(locale, next), 303)
    }
    const cart = await joinCarts(request)
    await cancelOrder({ orderId, userId, cartId: cart?.cartId ?? null })
    return redirect(localPath(locale, paths.cart()), 303)
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [{ title: `${t('order.payTitle')} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function OrderPay() {
  const { order, isChecking, joining, abroadText, cardsOver, setAsideFen, offer, elsewhere } =
    useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, locale } = useTranslator()
  const amount = formatMoney(locale, order.totalFen)
  const failure = answered && 'errors' in answered ? answered : null
  return (
    <div className="wrap wrap-form till">
      <PaySteps parcels={order.parcels} />
      <header className="order-head">
        <h1>{t('order.payTitle')}</h1>
        <p>{t('order.payText', { time: formatBeijingTime(locale, new Date(order.payBy)) })}</p>
      </header>
      <JoiningNote joining={joining} />
      <Refusal text={refusalText(t, failure)} />
      {cardsOver ? <Banner tone="wait">{t('order.cardsOver')}</Banner> : null}
      {isChecking ? <Banner tone="info">{t('order.payProcessing')}</Banner> : null}
      {setAsideFen === null ? null : (
        <Banner tone="wait">{t('transfer.setAside', { amount: formatMoney(locale, setAsideFen) })}</Banner>
      )}
      <div className="till-grid">
        <div className="till-form">
          <form method="post" noValidate>
            <p className="quiet pb-3">
              <Unbroken text={t('order.orderTitle', { number: order.number })} />
              <br />
              {t('order.payLater')}
            </p>
            {abroadText ? (
              <ConsentBox
                id="abroadTextId"
                text={abroadText}
                ticked={failure?.values.abroadTextId}
                error={failure?.errors.abroadTextId}
              >
                {t('order.abroadAgree')}
              </ConsentBox>
            ) : null}
            <div className="acts">
              <Button kind="seal" wide type="submit" name="intent" value="pay">
                {t('order.payNow', { amount })}
              </Button>
              <Button wide type="submit" name="intent" value="check">
                {t('order.payCheck')}
              </Button>
              <Button kind="text" type="submit" name="intent" value="cancel">
                {t('order.payCancel')}
              </Button>
            </div>
          </form>
          {elsewhere ? (
            <PayElsewhere number={order.number} hasTransfer={offer !== null} {...elsewhere} />
          ) : null}
          {offer ? <ChooseTransfer holdDays={offer.holdDays} /> : null}
        </div>
        <ToPaySum order={order} />
      </div>
      {elsewhere ? <CopyScript /> : null}
    </div>
  )
}
