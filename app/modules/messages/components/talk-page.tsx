import type { FormFailure } from '~/platform/form.server'
import type { ConversationView } from '../message-view'
import { Conversation } from './conversation'
import { TalkHead } from './talk-head'

type TalkPageProps = {
  view: ConversationView
  /** of the form to come: it is sent once, however often it is pressed */
  token: string
  failure: FormFailure | null
  back: string
  /** the address of a photo of this conversation */
  photoHref: (attachmentId: string) => string
}

/** A conversation's page, whoever reads it and wherever it stands: with whom and about what, what was said, and the place to write. */
export function TalkPage({ view, token, failure, back, photoHref }: TalkPageProps) {
  return (
    <div className={view.side === 'buyer' ? 'wrap wrap-form' : undefined}>
      <TalkHead view={view} back={back} />
      <Conversation view={view} token={token} failure={failure} photoHref={photoHref} />
    </div>
  )
}
