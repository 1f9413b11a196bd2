import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { findShopLicences } from '~/modules/sellers/find-shop-licences.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Translate } from '~/platform/i18n/translate'
import type { FileCell } from '~/platform/table-file.server'
import type { StreamedTable } from '~/platform/table-stream.server'
import { findReportRows, findVersion, sumReport } from './find-report.server'
import { licenceText } from './licence-text'
import { quarterName } from './quarters'

/** of a version's sellers, which may be many, so many are read at a time */
const sellersAtOnce = 100

/**
 * A version as a workbook for the tax office, with identity numbers in full and the licences of shops, both as far as they are known. Who took it away and why is written down first. Sellers are read some at a time,
 * each some in a short transaction, while the file is taken away. Amounts in yuan.
 */
export async function getReportFile({
  actor,
  reportId,
  reason,
  t,
}: {
  actor: Actor
  reportId: string
  reason: string
  t: Translate
}): Promise<{ name: string; table: StreamedTable }> {
  const { version, sums } = await inScope({ job: 'payout' }, async (tx) => {
    const found = await findVersion(tx, reportId)
    await recordAudit(tx, {
      actor,
      action: 'platform_report.exported',
      subject: { type: 'PlatformReport', id: reportId },
      reason,
      detail: { quarter: found.quarter, version: found.version },
    })
    return { version: found, ...(await sumReport(tx, reportId)) }
  })
  const yuan = ({ incomeFen, refundsFen, commissionFen, brokerFen, netFen }: typeof sums) =>
    [incomeFen, refundsFen, commissionFen, brokerFen, netFen].map((fen) => ({ fen }))
  const table = {
    name: quarterName(version.quarter),
    columns: [
      t('platformReport.name'),
      t('platformReport.kind'),
      t('platformReport.number'),
      t('platformReport.licence'),
      t('platformReport.orders'),
      ...sumColumns.map((column) => `${t(`platformReport.${column}`)} (${t('platformReport.yuan')})`),
    ],
    rows: rows(),
  }
  return { name: `platform-report-${quarterName(version.quarter)}-v${version.version}`, table }

  async function* rows(): AsyncGenerator<FileCell[]> {
    let after: string | null = null
    do {
      const some: NumberedRow[] = await readSome(reportId, after)
      const licences = await findShopLicences(some.map(({ sellerId }) => sellerId))
      for (const { name, kind, number, sellerId, ...row } of some)
        yield [
          name,
          t(`household.kind_${kind}`),
          number ?? t('platformReport.numberUnknown'),
          licenceText(t, licences.get(sellerId)),
          row.orders,
          ...yuan(row),
        ]
      after = some.length < sellersAtOnce ? null : (some.at(-1)?.sellerId ?? null)
    } while (after !== null)
    yield [t('platformReport.total'), null, null, null, sums.orders, ...yuan(sums)]
    if (!version.isWhole) yield [t('platformReport.notWhole')]
  }
}

const sumColumns = ['income', 'refunds', 'commission', 'broker', 'net'] as const

type NumberedRow = Awaited<ReturnType<typeof findReportRows>>[number] & { number: string | null }

/** The next rows with the identity numbers of whom they name. */
function readSome(reportId: string, after: string | null): Promise<NumberedRow[]> {
  return inScope({ job: 'payout' }, async (tx) => {
    const numbered: NumberedRow[] = []
    for (const row of await findReportRows(tx, { reportId, after, most: sellersAtOnce }))
      numbered.push({
        ...row,
        number: row.ownerId && (await readSecret(tx, { personId: row.ownerId, field: 'id_number' })),
      })
    return numbered
  })
}
