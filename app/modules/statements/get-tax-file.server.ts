import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { writeXlsx } from '~/platform/table-file.server'
import { getTaxYear, type TaxSums } from './get-tax-year.server'
import { taxSources } from './tax-sources'

type FileInput = { actor: Actor; purse: string; year: number | null; locale: Locale }

/** Her year as a table, in yuan, that she takes to the tax office; taking it away is written down. Refuses what getTaxYear refuses. */
export async function getTaxFile({
  locale,
  ...input
}: FileInput): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const t = translator(locale)
  const year = await getTaxYear(input)
  await inScope(input.actor, (tx) =>
    recordAudit(tx, {
      actor: input.actor,
      action: 'statement.year_exported',
      subject: { type: 'Purse', id: input.purse },
      detail: { year: year.year },
    }),
  )
  const cells = (sums: TaxSums) => taxSources.map((source) => sums[source] / 100)
  const bytes = await writeXlsx({
    name: `${locale === 'en' ? year.nameEn : year.nameZh} ${year.year}`,
    columns: [t('tax.month'), ...taxSources.map((source) => `${t(`tax.${source}`)} (${t('tax.yuan')})`)],
    rows: [
      ...year.months.map(({ month, ...sums }) => [month, ...cells(sums)]),
      [t('tax.total'), ...cells(year.total)],
      [''],
      [t(year.isWhole ? 'tax.note' : 'tax.notWhole')],
    ],
  })
  return { name: `income-${year.year}`, bytes }
}
