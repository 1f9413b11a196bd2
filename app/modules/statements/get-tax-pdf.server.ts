import { buffer } from 'node:stream/consumers'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { formatDay, formatMonth, formatYuan } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { type Translate, translator } from '~/platform/i18n/translate'
import { takeTaxYear } from './get-tax-file.server'
import type { TaxSums } from './get-tax-year.server'
import { beginSheet, type Sheet } from './sheet.server'
import { taxSources } from './tax-sources'

type PdfInput = { actor: Actor; purse: string; year: number | null; locale: Locale; isLarge: boolean }

/** Her year on paper: the year first, then each month by its sources; taking it away is written down. Refuses what getTaxYear refuses. */
export async function getTaxPdf({
  locale,
  isLarge,
  ...asked
}: PdfInput): Promise<{ name: string; bytes: Buffer }> {
  const t = translator(locale)
  const year = await takeTaxYear(asked)
  const title = t('tax.heading', { year: year.year })
  const { document, page } = await beginSheet({ title, author: t('common.brand'), locale, isLarge })
  const bytes = buffer(document)
  page.heading(title, locale === 'en' ? year.nameEn : year.nameZh)
  page.note(t('tax.lead'))
  if (year.months.length === 0) page.note(t('tax.empty'))
  writeSums(page, { title: t('tax.total'), sums: year.total, t })
  for (const { month, ...sums } of year.months)
    writeSums(page, { title: formatMonth(locale, `${month}-01`), sums, t })
  page.note(t(year.isWhole ? 'tax.note' : 'tax.notWhole'))
  const today = formatDay(locale, dayOf(await appNow()), '')
  page.foot((number, count) =>
    [t('statement.made', { day: today }), t('statement.page', { page: number, pages: count })].join('　'),
  )
  document.end()
  return { name: `income-${year.year}${isLarge ? '-large' : ''}.pdf`, bytes: await bytes }
}

/** What was earned under a heading; sources of which there is nothing are left out, as on the page. */
function writeSums(page: Sheet, { title, sums, t }: { title: string; sums: TaxSums; t: Translate }): void {
  page.section(title)
  for (const source of taxSources) {
    const isSum = source === 'incomeFen' || source === 'paidFen'
    if (sums[source] !== 0 || isSum) page.row({ what: t(`tax.${source}`), amount: formatYuan(sums[source]) })
  }
}
