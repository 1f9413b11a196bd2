import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { ConversationView } from '../message-view'
import { Composer } from './composer'
import { MarkRead } from './mark-read'
import { ReportTalk } from './report-talk'
import { Thread } from './thread'

type ConversationProps = {
  view: ConversationView
  /** of the form to come: it is sent once, however often it is pressed */
  token: string
  failure: FormFailure | null
  /** the address of a photo of this conversation */
  photoHref: (attachmentId: string) => string
}

/** What the two wrote, the place to write, and below it how to report or block. */
export function Conversation({ view, token, failure, photoHref }: ConversationProps) {
  const { t } = useTranslator()
  const { blockedBy } = view
  return (
    <div className="talk">
      <Thread view={view} photoHref={photoHref} />
      {view.hasUnread ? <MarkRead /> : null}
      {blockedBy === 'them' ? <Banner tone="wait">{t('messages.blocked')}</Banner> : null}
      {blockedBy === 'me' ? <Banner tone="wait">{t('messages.blockedByYou')}</Banner> : null}
      {view.isClosed ? <Banner tone="wait">{t('messages.accountClosed')}</Banner> : null}
      {blockedBy === null && !view.isClosed ? (
        <Composer
          key={view.id ?? [view.sellerSlug, view.piece?.slug, view.order?.number].join(' ')}
          view={view}
          token={token}
          failure={failure?.intent === 'report' ? null : failure}
        />
      ) : null}
      {view.id === null ? null : (
        <div className="talk-foot">
          <ReportTalk failure={failure?.intent === 'report' ? failure : null} />
          {view.canBlock && blockedBy !== 'them' ? (
            <Form method="post" reloadDocument>
              <input type="hidden" name="intent" value={blockedBy === 'me' ? 'unblock' : 'block'} />
              <Button kind="text">{t(blockedBy === 'me' ? 'messages.unblock' : 'messages.block')}</Button>
              {blockedBy === null ? <p className="field-hint">{t('messages.blockHint')}</p> : null}
            </Form>
          ) : null}
        </div>
      )}
    </div>
  )
}
