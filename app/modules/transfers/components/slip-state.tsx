import { formatBeijingTime } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { SlipView } from '../find-transfer.server'

/** What became of the newest slip, and of those before it. */
export function SlipState({ slips }: { slips: readonly SlipView[] }) {
  const { t, locale } = useTranslator()
  const [newest, ...earlier] = slips
  const time = (instant: string | null) => formatBeijingTime(locale, new Date(instant ?? ''))
  if (!newest) return null
  const refused = earlier.filter(({ state }) => state === 'refused')
  return (
    <>
      {newest.state === 'submitted' ? (
        <Banner tone="info" role="status">
          <b>{t('transfer.stateSubmitted')}</b>
          <br />
          {t('transfer.stateSubmittedText', { time: time(newest.submittedAt) })}
        </Banner>
      ) : null}
      {newest.state === 'refused' ? (
        <Banner tone="wrong" role="status">
          <b>{t('transfer.stateRefused')}</b>
          <br />
          {t('transfer.stateRefusedText', { time: time(newest.decidedAt) })}
          <br />
          <q lang="zh-CN">{newest.reason}</q>
        </Banner>
      ) : null}
      {refused.length > 0 ? (
        <ul className="small quiet" aria-label={t('transfer.earlier')}>
          {refused.map(({ id, decidedAt, reason }) => (
            <li key={id}>{t('transfer.earlierRefused', { time: time(decidedAt), reason: reason ?? '' })}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
