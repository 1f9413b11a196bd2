import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { SpecList } from '~/ui/spec-list'
import type { PriceAccount } from '../price-account'

/** What the maker's share is made of, where she shows it: materials, packing, and what an hour of her work brings. */
export function AccountOfPrice({ account }: { account: PriceAccount }) {
  const { t, locale } = useTranslator()
  const money = (fen: number) => formatMoney(locale, fen)
  const { materialsFen, packingFen, workFen, hours, wageFen } = account
  return (
    <section className="pt-8" aria-labelledby="account-of-price">
      <h3 id="account-of-price">{t('shop.accountTitle')}</h3>
      <SpecList
        items={[
          { term: t('shop.accountMaterials'), detail: money(materialsFen) },
          ...(packingFen > 0 ? [{ term: t('shop.accountPacking'), detail: money(packingFen) }] : []),
          { term: t('shop.accountWork', { hours }), detail: money(workFen) },
          { term: t('shop.accountHour'), detail: <b>{money(wageFen)}</b> },
        ]}
      />
    </section>
  )
}
