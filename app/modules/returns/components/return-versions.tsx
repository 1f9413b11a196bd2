import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { ReturnPage } from '../get-return.server'

/** Every version of a return, the newest first: who, when, why. */
export function ReturnVersions({ page }: { page: Pick<ReturnPage, 'month' | 'code' | 'versions'> }) {
  const { t, locale, href } = useTranslator()
  const { code, versions } = page
  const month = page.month.slice(0, 7)
  const on = (instant: string) => formatInstant(locale, new Date(instant))
  const nameless = t('desk.nameless')
  return (
    <section>
      <h2>{t('returns.history')}</h2>
      <ul className="tasks">
        {versions.map(({ version, reason, confirmedBy, confirmedAt, lockedBy, lockedAt }, at) => (
          <li key={version} className="task month-item">
            <b>{t('returns.versionMark', { version })}</b>
            <span className="quiet">
              {t('returns.confirmedBy', { who: confirmedBy ?? nameless, at: on(confirmedAt) })}
            </span>
            {lockedAt ? (
              <span className="quiet">
                {t('returns.lockedBy', { who: lockedBy ?? nameless, at: on(lockedAt) })}
              </span>
            ) : null}
            {reason ? <span className="quiet">{t('returns.because', { reason })}</span> : null}
            {at === 0 ? null : (
              <span className="no-print">
                <a className="link" href={href(paths.deskReturnVersion({ month, place: code, version }))}>
                  {t('returns.seeVersion', { version })}
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
