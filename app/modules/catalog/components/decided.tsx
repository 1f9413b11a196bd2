import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { Review } from '../get-review.server'

/** How the last decision went, by whom and when. */
export function Decided({ review: { state, history } }: { review: Review }) {
  const { t, locale } = useTranslator()
  const last = history.findLast((step) => step.state === state)
  const said = {
    name: last?.by ?? t('desk.someone'),
    time: last ? formatInstant(locale, new Date(last.at)) : '',
  }
  if (state === 'approved') return <Banner tone="done">{t('desk.decidedApproved', said)}</Banner>
  if (state === 'changes_requested') return <Banner tone="info">{t('desk.decidedChanges', said)}</Banner>
  return <Banner tone="info">{t('desk.decidedDraft')}</Banner>
}
