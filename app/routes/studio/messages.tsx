import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ConversationList } from '~/modules/messages/components/conversation-list'
import { findConversations } from '~/modules/messages/find-conversations.server'
import { asSeller } from '~/modules/messages/who'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'message:answer')
  return { rows: await findConversations({ who: asSeller(actor), locale: requestLocale(request) }) }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('messages.studioTitle'))

export default function StudioMessages() {
  const { rows } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('messages.studioTitle')}</h1>
      {rows.length === 0 ? (
        <EmptyState title={t('messages.studioEmpty')} text={t('messages.studioEmptyText')} />
      ) : (
        <>
          <p className="studio-lead">{t('messages.studioLead')}</p>
          <ConversationList
            rows={rows}
            namesSeller={false}
            hrefOf={({ id }) => href(paths.studioConversation({ conversationId: id }))}
          />
        </>
      )}
    </>
  )
}
