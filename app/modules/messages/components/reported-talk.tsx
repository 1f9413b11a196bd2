import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import type { ConversationView } from '../message-view'
import type { Side } from '../phrases'
import { Thread } from './thread'

type ReportedTalkProps = {
  reportId: string
  /** who handed it in */
  side: Side
  /** null until it is opened */
  view: ConversationView | null
}

/** At the desk: the conversation that was handed in with a report, once it is asked for. */
export function ReportedTalk({ reportId, side, view }: ReportedTalkProps) {
  const { t } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('messages.deskTitle')}</h2>
      <p>{t(side === 'buyer' ? 'messages.deskByBuyer' : 'messages.deskBySeller')}</p>
      {view ? (
        <Thread view={view} photoHref={(attachmentId) => paths.deskReportPhoto({ reportId, attachmentId })} />
      ) : (
        <DecideForm act={t('messages.deskOpen')} intent="conversation">
          <p className="quiet">{t('messages.deskOpenNote')}</p>
        </DecideForm>
      )}
    </section>
  )
}
