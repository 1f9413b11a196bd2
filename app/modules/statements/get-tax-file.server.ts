import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { writeXlsx } from '~/platform/table-file.server'
import { getTaxYear, type TaxSums, type TaxYear } from './get-tax-year.server'
import { taxSources } from './tax-sources'

type FileInput = { actor: Actor; purse: string; year: number | null; locale: Locale }

/** Her year and that she takes it away, which is written down. */
export async function takeTaxYear({
  actor,
  purse,
  year: asked,
}: Omit<FileInput, 'locale'>): Promise<TaxYear> {
  const year = await getTaxYear({ actor, purse, year: asked })
  await inScope(actor, (tx) =>
    recordAudit(tx, {
      actor,
      action: 'statement.year_exported',
      subject: { type: 'Purse', id: purse },
      detail: { year: year.year },
    }),
  )
  return year
}

/** Her year as a table, in yuan, that she takes to the tax office. Refuses what getTaxYear refuses. */
export async function getTaxFile({
  locale,
  ...input
}: FileInput): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const t = translator(locale)
  const year = await takeTaxYear(input)
  const cells = (sums: TaxSums) => taxSources.map((source) => ({ fen: sums[source] }))
  const bytes = await writeXlsx({
    name: `${locale === 'en' ? year.nameEn : year.nameZh} ${year.year}`,
    columns: [t('tax.month'), ...taxSources.map((source) => t('tax.inYuan', { name: t(`tax.${source}`) }))],
    rows: [
      ...year.months.map(({ month, ...sums }) => [month, ...cells(sums)]),
      [t('tax.total'), ...cells(year.total)],
      [''],
      [t(year.isWhole ? 'tax.note' : 'tax.notWhole')],
    ],
  })
  return { name: `income-${year.year}`, bytes }
}
