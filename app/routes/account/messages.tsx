import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ConversationList } from '~/modules/messages/components/conversation-list'
import { findConversations } from '~/modules/messages/find-conversations.server'
import { asBuyer } from '~/modules/messages/who'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  return { rows: await findConversations({ who: asBuyer(actor), locale: requestLocale(request) }) }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('messages.title'))

export default function AccountMessages() {
  const { rows } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap wrap-form">
      <header className="page-head">
        <h1>{t('messages.title')}</h1>
        <p>{t('messages.lead')}</p>
      </header>
      {rows.length === 0 ? (
        <EmptyState
          title={t('messages.accountEmpty')}
          text={t('messages.accountEmptyText')}
          action={{ href: href(paths.search()), text: t('messages.lookAround') }}
        />
      ) : (
        <ConversationList
          rows={rows}
          namesSeller
          hrefOf={({ id, order }) =>
            href(order ? paths.orderMessages(order) : paths.accountConversation({ conversationId: id }))
          }
        />
      )}
    </div>
  )
}
