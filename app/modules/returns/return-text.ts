import { formatCount, formatMonth, formatYuan } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { ReturnPage } from './get-return.server'

/** A return in one paragraph of plain official words, from the same figures as its table; who did not report is named. */
export function returnText(t: Translate, locale: Locale, page: ReturnPage): string {
  const { total, rows, versions, version } = page
  const count = (
    name: 'sales' | 'pieces' | 'earners' | 'earnings' | 'newEarners' | 'households' | 'payouts' | 'onboarded',
  ) => formatCount(total[name])
  const sentences = [
    t('returns.sentence', {
      month: formatMonth(locale, page.month),
      place: page.name,
      sales: count('sales'),
      pieces: count('pieces'),
      goods: formatYuan(total.goodsFen),
      earners: count('earners'),
      earnings: count('earnings'),
      newEarners: count('newEarners'),
      households: count('households'),
      income: formatYuan(total.incomeFen),
      payouts: count('payouts'),
      paid: formatYuan(total.payoutsFen),
      onboarded: count('onboarded'),
    }),
  ]
  const silent = rows.filter(({ figures }) => figures === null).map(({ name }) => name)
  if (silent.length > 0)
    sentences.push(t('returns.sentenceMissing', { places: silent.join(locale === 'en' ? ', ' : '、') }))
  const reason = versions[0]?.reason
  if (reason) sentences.push(t('returns.sentenceAmended', { version, reason }))
  return sentences.join(locale === 'en' ? ' ' : '')
}
