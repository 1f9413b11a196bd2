import { formatDay, formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { PaidBy, PromotionView } from './promotion-view'

type Named = { zh: string; en: string }

const nameIn = (locale: Locale, { zh, en }: Named) => (locale === 'en' ? en : zh)

/** What it takes off: "减 10%，满 ¥200.00". */
export function takesText(promotion: PromotionView, t: Translate, locale: Locale): string {
  const { percentBps, offFen, minSpendFen } = promotion
  const off =
    percentBps === null
      ? t('promotion.fenOff', { amount: formatMoney(locale, offFen ?? 0) })
      : t('promotion.percentOff', { percent: percentBps / 100 })
  if (minSpendFen === 0) return off
  const from = t('promotion.fromSpend', { amount: formatMoney(locale, minSpendFen) })
  return locale === 'en' ? `${off}, ${from}` : `${from}，${off}`
}

/** What it is for: the whole shop, a craft, a seller, a seller's craft. */
export function scopeText({ craft, seller }: PromotionView, t: Translate, locale: Locale): string {
  const names = { craft: craft ? nameIn(locale, craft) : '', seller: seller ? nameIn(locale, seller) : '' }
  if (craft && seller) return t('promotion.forBoth', names)
  if (craft) return t('promotion.forCraft', names)
  return seller ? t('promotion.forSeller', names) : t('promotion.forAll')
}

/** One sentence for the buyer: who pays for it, and that a maker who does not loses nothing. */
export function paidByText({ bearer, sponsor }: PaidBy, t: Translate): string {
  return sponsor ? t('promotion.paidBySponsor', { name: sponsor }) : t(`promotion.paidBy_${bearer}`)
}

/** Who pays for it. */
export function bearerText({ bearer, sponsor }: PromotionView, t: Translate): string {
  return sponsor ? t('promotion.bearerSponsor', { name: sponsor }) : t(`promotion.bearer_${bearer}`)
}

/** From which day to which. */
export function spanText({ from, until }: PromotionView, t: Translate, locale: Locale): string {
  return t('promotion.span', { from: formatDay(locale, from), until: formatDay(locale, until) })
}
