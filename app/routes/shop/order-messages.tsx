import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { TalkPage } from '~/modules/messages/components/talk-page'
import { getConversation } from '~/modules/messages/get-conversation.server'
import { receiveMessage } from '~/modules/messages/receive-message.server'
import { asOrderHolder } from '~/modules/messages/who'
import { requireOrderAccess } from '~/modules/orders/require-order-access.server'
import { OrderMessagesParams, paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { answer, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireOrderAccess(request, params)
  const { number, sellerOrderId } = parseParams(params, OrderMessagesParams)
  const locale = requestLocale(request)
  const view = await answer(request, () =>
    getConversation({ who: asOrderHolder(access), about: { sellerOrderId }, locale }),
  )
  return json(
    { view, number, token: crypto.randomUUID() },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const access = await requireOrderAccess(request, params)
  await limitUploads(request, context)
  const { number, sellerOrderId } = parseParams(params, OrderMessagesParams)
  const page = localPath(requestLocale(request), paths.orderMessages({ number, sellerOrderId }))
  return receiveMessage({
    request,
    address: context.clientAddress,
    who: asOrderHolder(access),
    about: { sellerOrderId },
    pageOf: () => page,
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('messages.title'))

export default function OrderMessages() {
  const { view, number, token } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>() ?? null
  const { href } = useTranslator()
  return (
    <TalkPage
      view={view}
      token={token}
      failure={failure}
      back={href(paths.order({ number }))}
      photoHref={(attachmentId) => href(paths.orderPhoto({ number, attachmentId }))}
    />
  )
}
