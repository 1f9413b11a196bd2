import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** The title line of the sellers' list: search by name, all or only those that wait for the coordinator. */
export function SellerFilter({ q, show }: { q: string; show: 'open' | null }) {
  const { t, href } = useTranslator()
  const here = href(paths.deskSellers())
  return (
    <header className="desk-head">
      <h1>{t('household.sellers')}</h1>
      <form className="desk-filter" action={here}>
        <label htmlFor="q">{t('household.sellerSearch')}</label>
        <input className="box" id="q" name="q" defaultValue={q} maxLength={40} />
        {show ? <input type="hidden" name="show" value={show} /> : null}
        <Button>{t('household.find')}</Button>
        <a className="link link-line" href={here} aria-current={show ? undefined : 'true'}>
          {t('household.showAll')}
        </a>
        <a className="link link-line" href={`${here}?show=open`} aria-current={show ? 'true' : undefined}>
          {t('household.showOpen')}
        </a>
      </form>
    </header>
  )
}
