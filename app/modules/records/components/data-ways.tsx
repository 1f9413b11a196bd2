import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** From her record to everything that the shop keeps about her, as a file, and to how an account is closed. */
export function DataWays() {
  const { t, href } = useTranslator()
  return (
    <section className="studio-section" aria-labelledby="own-data">
      <h2 id="own-data">{t('account.ownDataHeading')}</h2>
      <p className="quiet">{t('account.ownDataNote')}</p>
      <form method="post" action={href(paths.accountExport())}>
        <Button size={68} wide className="mt-3">
          {t('account.ownDataGet')}
        </Button>
      </form>
      <p className="studio-ways">
        <a className="link" href={href(paths.accountClose())}>
          {t('closing.link')}
        </a>
      </p>
    </section>
  )
}
