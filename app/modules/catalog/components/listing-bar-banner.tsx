import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { ListingBar } from '../find-listing-bars.server'

/** Why nothing new of a shop is handed in, what is to be done, and that all is kept meanwhile. */
export function ListingBarBanner({ bar: { shop, next } }: { bar: ListingBar }) {
  const { t, href } = useTranslator()
  return (
    <Banner tone="wait" className="mb-5">
      <p>
        <b>{t('records.barTitle', { shop })}</b>
      </p>
      <p>
        {t(`records.bar_${next}`)}{' '}
        {next === 'confirm' ? (
          <a className="link" href={href(paths.studioRecord())}>
            {t('records.barGo')}
          </a>
        ) : null}
      </p>
    </Banner>
  )
}
