import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** Everything that the shop keeps about her, as a file. */
export function OwnData() {
  const { t, href } = useTranslator()
  return (
    <section aria-labelledby="own-data" className="max-w-[40rem] pt-14 pb-12">
      <h2 id="own-data" className="mb-4 text-title">
        {t('account.ownDataHeading')}
      </h2>
      <p className="small quiet">{t('account.ownDataNote')}</p>
      <form method="post" action={href(paths.accountExport())} className="mt-3">
        <Button>{t('account.ownDataGet')}</Button>
      </form>
      <h2 className="mt-8 mb-4 text-title">{t('closing.heading')}</h2>
      <a className="link link-line" href={href(paths.accountClose())}>
        {t('closing.link')}
      </a>
    </section>
  )
}
