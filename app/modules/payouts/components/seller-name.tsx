import { useTranslator } from '~/platform/i18n/use-translator'

/** A seller's name in the language of the page. */
export function SellerName({ nameZh, nameEn }: { nameZh: string; nameEn: string }) {
  const { locale } = useTranslator()
  return <>{locale === 'en' ? nameEn : nameZh}</>
}

/** A card by its bank and last four digits: ****3306. */
export function Card({ bankName, last4 }: { bankName: string; last4: string }) {
  return (
    <>
      <span lang="zh-CN">{bankName}</span> <span className="masked nowrap">****{last4}</span>
    </>
  )
}

/** Where the money of a payment goes: a card, or her account with the payment provider. */
export function Destination({ card }: { card: { bankName: string; last4: string } | null }) {
  const { t } = useTranslator()
  return card ? <Card {...card} /> : <span>{t('payout.byTransfer')}</span>
}
