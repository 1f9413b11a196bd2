import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkCode } from '~/modules/auth/check-code.server'
import { findActor } from '~/modules/auth/find-actor.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { CodeForm } from '~/modules/auth/schema'
import { FindOrderCode } from '~/modules/orders/components/find-order-code'
import { FindOrderNumber } from '~/modules/orders/components/find-order-number'
import { findHeldOrders } from '~/modules/orders/find-held-orders.server'
import { findOrderByPhone } from '~/modules/orders/find-order-by-phone.server'
import { unsafeJoinByCode } from '~/modules/orders/join-by-code.server'
import { heldKey, orderCookie } from '~/modules/orders/order-cookie.server'
import {
  clearPendingAccess,
  pendingAccessCookie,
  readPendingAccess,
} from '~/modules/orders/pending-access.server'
import { FindOrderForm } from '~/modules/orders/schema'
import { OrderParams, paths } from '~/paths'
import { maskPhone } from '~/platform/fields'
import { handleFormData, readForm } from '~/platform/form.server'
import { formatBeijingTime } from '~/platform/i18n/format'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const asked = new URL(request.url).searchParams
  const pending = asked.has('code') ? await readPendingAccess(request) : null
  const back = OrderParams.safeParse({ number: asked.get('back') })
  const held = pending ? [] : await findHeldOrders(request)
  return json(
    {
      here: held.map(({ number, placedAt }) => ({
        number,
        day: formatBeijingTime(requestLocale(request), placedAt),
      })),
      back: back.success ? back.data.number : null,
      canJoin: (await findActor(request)) !== null,
      pending: pending && {
        number: pending.number,
        phone: maskPhone(pending.phone),
        shownCode: pending.shownCode,
      },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const form = await readForm(request)
  if (form.get('intent') === 'open') {
    const pending = await readPendingAccess(request)
    if (!pending) return redirect(localPath(locale, paths.findOrder()), 303)
    return handleFormData(request, form, CodeForm, async ({ code }) => {
      const found = await findOrderByPhone(pending)
      const orderId = found?.orderId ?? null
      await checkCode({ purpose: 'order_access', phone: pending.phone, orderId, code })
      const actor = form.has('join') ? await findActor(request) : null
      const joining = actor && found ? await unsafeJoinByCode({ actor, ...found }) : null
      // a link's key stays one; what an account's session opened it opens again by itself
      const held = { id: orderId ?? '', number: pending.number, userId: null }
      const before = await heldKey(request, held)
      const own = found?.isOwn || before?.isOwn
      const opened = await orderCookie(pending.number).serialize({
        orderId,
        secret: before?.secret ?? null,
        own,
      })
      const headers: [string, string][] = [
        ['Set-Cookie', opened],
        ['Set-Cookie', await clearPendingAccess()],
      ]
      const page = localPath(locale, paths.order({ number: pending.number }, joining ? { joining } : {}))
      return redirect(page, { status: 303, headers })
    })
  }
  return handleFormData(request, form, FindOrderForm, async ({ number, phone }) => {
    const found = await findOrderByPhone({ number, phone })
    const { shownCode } = await requestCode({
      purpose: 'order_access',
      orderId: found?.orderId ?? null,
      phone,
      address: context.clientAddress,
    })
    const cookie = await pendingAccessCookie({ number, phone, shownCode })
    return redirect(`${localPath(locale, paths.findOrder())}?code`, {
      status: 303,
      headers: { 'Set-Cookie': cookie },
    })
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = translator(localeOf(location.pathname))
  const title = data?.pending ? t('order.findCodeTitle') : t('order.findTitle')
  return [{ title: `${title} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function FindOrder() {
  const { here, pending, back, canJoin } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const failure = answered && 'errors' in answered ? answered : null
  return (
    <div className="wrap">
      {pending ? (
        <FindOrderCode pending={pending} canJoin={canJoin} failure={failure} />
      ) : (
        <FindOrderNumber here={here} canJoin={canJoin} back={back} failure={failure} />
      )}
    </div>
  )
}
