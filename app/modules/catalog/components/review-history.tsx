import type { RevisionState } from '~/generated/prisma/enums'
import { formatInstant } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Timeline } from '~/ui/timeline'
import type { ReviewStep } from '../find-review-history.server'
import { reasonTitle } from '../listing-texts'
import { changeText } from '../waiting'

const stepTitle = {
  submitted: 'desk.stepSubmitted',
  changes_requested: 'desk.stepChanges',
  approved: 'desk.stepApproved',
  draft: 'desk.stepDraft',
} as const satisfies Record<RevisionState, MessageKey>

/** Every step of the piece's listings: who, when, and what was said. */
export function ReviewHistory({ history }: { history: readonly ReviewStep[] }) {
  const { t, locale } = useTranslator()
  if (history.length === 0) return null
  return (
    <section className="desk-section">
      <h2>{t('desk.historyTitle')}</h2>
      <Timeline
        label={t('desk.historyTitle')}
        events={history.map(({ key, state, at, by, reason, changed }) => ({
          key,
          title: reason
            ? t('desk.stepWhy', { step: t(stepTitle[state]), reason: t(reasonTitle[reason.code]) })
            : t(stepTitle[state]),
          state: 'done',
          detail: [
            t('desk.stepBy', {
              name: by ?? t('desk.someone'),
              time: formatInstant(locale, new Date(at)),
            }),
            changed && changeText(t, { isNew: false, isTypedForHer: false, changed }),
          ]
            .filter(Boolean)
            .join(' · '),
          quote: reason?.text || undefined,
        }))}
      />
    </section>
  )
}
