import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { joinCarts } from '~/modules/cart/join-carts.server'
import { cancelOrder } from '~/modules/checkout/cancel-order.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { PaySteps } from '~/modules/orders/components/pay-steps'
import { ToPaySum } from '~/modules/orders/components/to-pay-sum'
import { unsafeGetOrderPage } from '~/modules/orders/get-order-page.server'
import { requireOrderAccess } from '~/modules/orders/require-order-access.server'
import { findTransferAccount } from '~/modules/settings/find-transfer-account.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { SlipForm as SlipFields } from '~/modules/transfers/components/slip-form'
import { SlipState } from '~/modules/transfers/components/slip-state'
import { TransferAccountList } from '~/modules/transfers/components/transfer-account-list'
import { unsafeFindTransfer } from '~/modules/transfers/find-transfer.server'
import { handInSlip } from '~/modules/transfers/hand-in-slip.server'
import { leaveTransfer } from '~/modules/transfers/leave-transfer.server'
import { ButtonForm, SlipForm } from '~/modules/transfers/schema'
import { paths } from '~/paths'
import { handleFormData, readForm } from '~/platform/form.server'
import { formatBeijingTime } from '~/platform/i18n/format'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Button } from '~/ui/button'
import { CopyScript } from '~/ui/copy-line'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { orderId, number } = await requireOrderAccess(request, params)
  const locale = requestLocale(request)
  const [order, transfer, account, payWithinMinutes] = await Promise.all([
    unsafeGetOrderPage({ orderId, locale }),
    unsafeFindTransfer({ orderId }),
    findTransferAccount(),
    readSetting('orders.payWithinMinutes'),
  ])
  if (order.status !== 'pending_payment') throw redirect(localPath(locale, paths.order({ number })))
  if (transfer?.stage !== 'open' || !account) throw redirect(localPath(locale, paths.orderPay({ number })))
  const headers = { 'Cache-Control': 'private, no-store' }
  return json({ order, transfer, account, payWithinMinutes }, { headers })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { orderId, number, userId } = await requireOrderAccess(request, params)
  await limitUploads(request, context)
  const form = await readForm(request)
  const to = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  const intent = form.get('intent')
  if (intent === 'slip')
    return handleFormData(request, form, SlipForm, async ({ slip }) => {
      await handInSlip({ orderId, userId, bytes: new Uint8Array(await slip.arrayBuffer()) })
      return to(paths.orderTransfer({ number }))
    })
  return handleFormData(request, form, ButtonForm, async () => {
    if (intent === 'cancel') {
      const cart = await joinCarts(request)
      await cancelOrder({ orderId, userId, cartId: cart?.cartId ?? null })
      return to(paths.cart())
    }
    await leaveTransfer({ orderId })
    return to(paths.orderPay({ number }))
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [{ title: `${t('transfer.title')} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function OrderTransfer() {
  const { order, transfer, account, payWithinMinutes } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const isWaiting = transfer.slips[0]?.state === 'submitted'
  const isFormThere = !isWaiting
  return (
    <div className="wrap wrap-form till">
      <PaySteps parcels={order.parcels} />
      <header className="order-head">
        <h1>{t('transfer.title')}</h1>
        <p>{t('transfer.held', { time: formatBeijingTime(locale, new Date(order.payBy)) })}</p>
      </header>
      <Refusal text={failure?.errors.slip && isFormThere ? null : refusalText(t, failure, isFormThere)} />
      <div className="till-grid">
        <div className="till-form">
          <SlipState slips={transfer.slips} />
          <h2>{t('transfer.howTitle')}</h2>
          <TransferAccountList account={account} amountFen={transfer.amountFen} number={order.number} />
          {isWaiting ? (
            <p className="pay-way quiet">{t('transfer.waitsHint')}</p>
          ) : (
            <>
              <SlipFields isAgain={transfer.slips.length > 0} error={failure?.errors.slip} />
              <form method="post" className="pay-way">
                <p className="quiet">{t('transfer.cardHint', { minutes: payWithinMinutes })}</p>
                <Button wide name="intent" value="card">
                  {t('transfer.card')}
                </Button>
                <Button kind="text" name="intent" value="cancel">
                  {t('order.payCancel')}
                </Button>
              </form>
            </>
          )}
        </div>
        <ToPaySum order={order} />
      </div>
      <CopyScript />
    </div>
  )
}
