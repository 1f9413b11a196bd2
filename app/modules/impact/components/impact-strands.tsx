import { useTranslator } from '~/platform/i18n/use-translator'
import { type Strand, Strands } from '~/ui/strands'
import type { Impact } from '../find-impact.server'

/** All completed sales in three strands; they sum to what buyers paid and the bearers of promotions added. */
export function ImpactStrands({ impact }: { impact: Impact }) {
  const { t, locale } = useTranslator()
  const strands: Strand[] = [
    {
      key: 'makers',
      who: t('shop.impactMakers'),
      what: t('shop.impactMakersWhat'),
      amountFen: impact.makersFen,
      tone: 'cinnabar',
      plaited: true,
    },
    {
      key: 'post',
      who: t('shop.impactPost'),
      what: t('shop.impactPostWhat'),
      amountFen: impact.postageFen,
      tone: 'azurite',
    },
    {
      key: 'platform',
      who: t('shop.impactPlatform'),
      what: t('shop.impactPlatformWhat'),
      amountFen: impact.commissionFen,
      tone: 'ochre',
    },
  ]
  return (
    <Strands
      label={t('shop.strandsLabel')}
      strands={strands}
      totalFen={impact.paidFen + impact.addedFen}
      locale={locale}
      totalText={t(impact.addedFen > 0 ? 'promotion.impactTotal' : 'shop.impactTotal')}
    />
  )
}
