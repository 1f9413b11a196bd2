import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { TalkPage } from '~/modules/messages/components/talk-page'
import { getConversation } from '~/modules/messages/get-conversation.server'
import { receiveMessage } from '~/modules/messages/receive-message.server'
import { asSeller } from '~/modules/messages/who'
import { ConversationParams, paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { answer, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'message:answer')
  const about = parseParams(params, ConversationParams)
  const locale = requestLocale(request)
  const view = await answer(request, () => getConversation({ who: asSeller(actor), about, locale }))
  return { view, token: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'message:answer')
  await limitUploads(request, actor)
  const about = parseParams(params, ConversationParams)
  const page = localPath(requestLocale(request), paths.studioConversation(about))
  return receiveMessage({
    request,
    address: context.clientAddress,
    who: asSeller(actor),
    about,
    pageOf: () => page,
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('messages.studioTitle'))

export default function StudioMessage() {
  const { view, token } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>() ?? null
  const { href } = useTranslator()
  return (
    <TalkPage
      view={view}
      token={token}
      failure={failure}
      back={href(paths.studioMessages())}
      photoHref={(attachmentId) => href(paths.studioPhoto({ attachmentId }))}
    />
  )
}
