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
import { asBuyer } from '~/modules/messages/who'
import { ProductParams, paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { answer, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

/** The first message about a piece; whoever has written already goes on where she was. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const about = parseParams(params, ProductParams)
  const locale = requestLocale(request)
  const view = await answer(request, () => getConversation({ who: asBuyer(actor), about, locale }))
  if (view.id !== null)
    throw redirect(localPath(locale, paths.accountConversation({ conversationId: view.id })))
  return { view, token: crypto.randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  await limitUploads(request, actor)
  const about = parseParams(params, ProductParams)
  return receiveMessage({
    request,
    address: context.clientAddress,
    who: asBuyer(actor),
    about,
    pageOf: (conversationId) =>
      localPath(
        requestLocale(request),
        conversationId ? paths.accountConversation({ conversationId }) : paths.accountMessagesAbout(about),
      ),
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('messages.ask'))

export default function AccountMessageAbout() {
  const { view, token } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>() ?? null
  const { href } = useTranslator()
  return (
    <TalkPage
      view={view}
      token={token}
      failure={failure}
      back={href(paths.accountMessages())}
      photoHref={(attachmentId) => href(paths.accountPhoto({ attachmentId }))}
    />
  )
}
