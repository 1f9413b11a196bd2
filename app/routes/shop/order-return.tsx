import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireOrderAccess } from '~/modules/orders/require-order-access.server'
import { tellPaymentResult } from '~/modules/payments/tell-payment-result.server'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'

/**
 * Where the payment page sends the buyer back. It believes nothing in the address: it re-reads the payment, by the same verb as the webhook. A wallet's
 * app may open another browser than the one she ordered in: that one is led to where a code from her phone opens the order.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { orderId, number } = await requireOrderAccess(request, params, () =>
    redirect(localPath(requestLocale(request), paths.findOrder({ back: params.number }))),
  )
  const status = await tellPaymentResult({ orderId })
  const next =
    status === 'pending_payment'
      ? `${paths.orderPay({ number })}?checking`
      : `${paths.order({ number })}?thanks`
  return redirect(localPath(requestLocale(request), next))
}
