import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { ReturnVersion } from '../get-return.server'

/** Every version of a return, the newest first: who, when, why. */
export function ReturnVersions({ versions }: { versions: ReturnVersion[] }) {
  const { t, locale } = useTranslator()
  const at = (instant: string) => formatInstant(locale, new Date(instant))
  const nameless = t('desk.nameless')
  return (
    <section>
      <h2>{t('returns.history')}</h2>
      <ul className="tasks">
        {versions.map(({ version, reason, confirmedBy, confirmedAt, lockedBy, lockedAt }) => (
          <li key={version} className="task month-item">
            <b>{t('returns.versionMark', { version })}</b>
            <span className="quiet">
              {t('returns.confirmedBy', { who: confirmedBy ?? nameless, at: at(confirmedAt) })}
            </span>
            {lockedAt ? (
              <span className="quiet">
                {t('returns.lockedBy', { who: lockedBy ?? nameless, at: at(lockedAt) })}
              </span>
            ) : null}
            {reason ? <span className="quiet">{t('returns.because', { reason })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
