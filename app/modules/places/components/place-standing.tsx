import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { PlaceRow } from '../find-places.server'

/** What it was called, and what became of it. */
export function PlaceStanding({ place }: { place: PlaceRow }) {
  const { t, locale, href } = useTranslator()
  const { formerNames, until, became } = place
  return (
    <>
      {formerNames.length > 0 ? (
        <p>{t('places.former', { names: formerNames.join(t('places.comma')) })}</p>
      ) : null}
      {until ? (
        <Banner tone="info">
          {became ? (
            <a className="link" href={href(paths.adminRegion({ code: became.code }))}>
              {t('places.becameLong', {
                day: formatDay(locale, until, ''),
                name: became.nameZh,
                code: became.code,
              })}
            </a>
          ) : (
            t('places.endedLong', { day: formatDay(locale, until, '') })
          )}
        </Banner>
      ) : null}
    </>
  )
}
