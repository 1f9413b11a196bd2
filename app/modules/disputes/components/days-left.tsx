import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { warnedDaysBefore } from '../deadline'

type DaysLeftProps = { dueBy: string | null; daysLeft: number | null }

/** Until when evidence counts, and how many days that is. */
export function DaysLeft({ dueBy, daysLeft }: DaysLeftProps) {
  const { t, locale } = useTranslator()
  if (dueBy === null) return <span>{t('dispute.noDeadline')}</span>
  const isNear = daysLeft === null || daysLeft < warnedDaysBefore
  const left = daysLeft === null ? t('dispute.deadlinePassed') : t('dispute.daysLeft', { count: daysLeft })
  return (
    <>
      {isNear ? <Badge tone="late">{left}</Badge> : <span>{left}</span>}
      <span className="queue-note num">{formatInstant(locale, new Date(dueBy))}</span>
    </>
  )
}
