import { useTranslator } from '~/platform/i18n/use-translator'
import { Unbroken } from '~/ui/unbroken'
import type { OrderPage } from '../get-order-page.server'

type KeepLinkProps = { link: string; order: Pick<OrderPage, 'country' | 'isPresent' | 'ownPhone'> }

/** The link by which whoever ordered comes back to all of it, and how it is opened without. */
export function KeepLink({ link, order: { country, isPresent, ownPhone } }: KeepLinkProps) {
  const { t } = useTranslator()
  const hint =
    country !== 'CN' ? 'abroad.keepLinkHint' : isPresent ? 'order.keepLinkPresent' : 'order.keepLinkHint'
  return (
    <section className="order-part no-print" id="link">
      <p>{t('order.keepLink')}</p>
      <p className="small">
        <a className="link" href={link}>
          <Unbroken text={link} />
        </a>
      </p>
      <p className="small quiet">{ownPhone ? t('order.keepLinkOwn', { phone: ownPhone }) : t(hint)}</p>
    </section>
  )
}
