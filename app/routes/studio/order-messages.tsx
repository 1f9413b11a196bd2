import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { TalkPage } from '~/modules/messages/components/talk-page'
import { getConversation } from '~/modules/messages/get-conversation.server'
import { receiveMessage } from '~/modules/messages/receive-message.server'
import { asSeller } from '~/modules/messages/who'
import { paths, StudioOrderParams } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { answer, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

/** Her first words to a buyer about a part of an order; what was said already goes on where it was. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'message:answer')
  const about = parseParams(params, StudioOrderParams)
  const locale = requestLocale(request)
  const view = await answer(request, () => getConversation({ who: asSeller(actor), about, locale }))
  if (view.id !== null)
    throw redirect(localPath(locale, paths.studioConversation({ conversationId: view.id })))
  return { view, ...about, token: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'message:answer')
  await limitUploads(request, actor)
  const about = parseParams(params, StudioOrderParams)
  return receiveMessage({
    request,
    address: context.clientAddress,
    who: asSeller(actor),
    about,
    pageOf: (conversationId) =>
      localPath(
        requestLocale(request),
        conversationId ? paths.studioConversation({ conversationId }) : paths.studioOrderMessages(about),
      ),
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('messages.askBuyer'))

export default function StudioOrderMessages() {
  const { view, sellerOrderId, token } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>() ?? null
  const { href } = useTranslator()
  return (
    <TalkPage
      view={view}
      token={token}
      failure={failure}
      back={href(paths.studioOrder({ sellerOrderId }))}
      photoHref={(attachmentId) => href(paths.studioPhoto({ attachmentId }))}
    />
  )
}
