import { fullDay } from '~/modules/households/components/day-range'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import type { DeskSellerPage } from '../get-desk-seller.server'

type Props = { seller: DeskSellerPage; done: 'link' | 'verify' | 'end' | 'proposed' | 'ended' | null }

/** Name, state and place of a seller, and what has just been done. */
export function SellerHead({ seller, done }: Props) {
  const { t, locale, href } = useTranslator()
  const isOpen = seller.status === 'active'
  return (
    <>
      <header className="desk-head">
        <h1>{locale === 'en' ? seller.nameEn : seller.nameZh}</h1>
        <Badge tone={isOpen ? 'done' : 'plain'}>{t(`household.status_${seller.status}`)}</Badge>
        <p>
          {t(`household.kind_${seller.kind}`)} · {locale === 'en' ? seller.place.en : seller.place.zh}
        </p>
      </header>
      {done ? (
        <Banner tone="done" role="status" className="mb-3">
          {t(done === 'proposed' || done === 'ended' ? `handover.done_${done}` : `household.done_${done}`)}
        </Banner>
      ) : null}
      <p>
        {t('household.sellerSince', { day: fullDay(locale, seller.since) })} ·{' '}
        {t('household.sellerSales', { count: seller.saleCount, completed: seller.completedCount })}
        {' · '}
        <a
          className="link"
          href={href(paths.deskStatement({ sellerId: seller.id, month: seller.today.slice(0, 7) }))}
        >
          {t('statement.title')}
        </a>
        {isOpen ? (
          <>
            {' · '}
            <a className="link" href={href(paths.maker({ slug: seller.slug }))}>
              {t('household.shop')}
            </a>
          </>
        ) : null}
      </p>
    </>
  )
}
