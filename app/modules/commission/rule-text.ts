import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { RuleRow } from './find-commission-rules.server'

/** What a rule is for, in words. */
export function ruleText(
  { craft, sellerKind, campaign }: Pick<RuleRow, 'craft' | 'sellerKind' | 'campaign'>,
  t: Translate,
  locale: Locale,
): string {
  const parts = [
    craft && t('commission.ofCraft', { craft: locale === 'en' ? craft.en : craft.zh }),
    sellerKind && t('commission.ofKind', { kind: t(`household.kind_${sellerKind}`) }),
    campaign && t('commission.ofCampaign', { campaign }),
  ].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(' · ') : t('commission.everything')
}

/** 500 basis points as 5%, 525 as 5.25%. */
export function rateText(bps: number, t: Translate): string {
  return t('commission.percent', { rate: String(bps / 100) })
}
