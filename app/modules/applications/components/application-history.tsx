import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Timeline } from '~/ui/timeline'
import type { DeskEvent } from '../get-application.server'

/** Every step with who took it and why. */
export function ApplicationHistory({ events }: { events: readonly DeskEvent[] }) {
  const { t, locale } = useTranslator()
  return (
    <section className="desk-section">
      <h2 className="pb-2">{t('joining.historyTitle')}</h2>
      <Timeline
        label={t('joining.historyTitle')}
        events={events.map(({ id, state, at, by, reason, words, checks, movedTo }) => ({
          key: id,
          title: t(`joining.stand_${state}`),
          state: 'done' as const,
          detail: (
            <>
              <p>{t('joining.byWhom', { name: by ?? '—', time: formatInstant(locale, new Date(at)) })}</p>
              {reason ? <p>{t(`joining.reason_${reason}`)}</p> : null}
              {movedTo ? (
                <p>{t('joining.movedTo', { place: locale === 'en' ? movedTo.en : movedTo.zh })}</p>
              ) : null}
              {checks.map((check) => (
                <p key={check}>{t(`joining.check_${check}`)}</p>
              ))}
            </>
          ),
          ...(words ? { quote: words } : {}),
        }))}
      />
    </section>
  )
}
