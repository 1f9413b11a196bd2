import { findLicences } from '~/modules/applications/find-licences.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Translate } from '~/platform/i18n/translate'
import { writeXlsx } from '~/platform/table-file.server'
import { findReportRows, findVersion } from './find-report.server'
import { licenceText } from './licence-text'
import { quarterName } from './quarters'

/** A version as a workbook for the tax office, with identity numbers in full and the licences of shops, both as far as they are known. Who took it away and why is written down first. Amounts in yuan. */
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
}): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { version, rows, sums } = await inScope(
    { job: 'payout' },
    async (tx) => {
      const found = await findVersion(tx, reportId)
      await recordAudit(tx, {
        actor,
        action: 'platform_report.exported',
        subject: { type: 'PlatformReport', id: reportId },
        reason,
        detail: { quarter: found.quarter, version: found.version },
      })
      const told = await findReportRows(tx, reportId)
      const numbered = []
      for (const row of told.rows)
        numbered.push({
          ...row,
          number: row.ownerId && (await readSecret(tx, { personId: row.ownerId, field: 'id_number' })),
        })
      return { version: found, rows: numbered, sums: told.sums }
    },
    { timeout: 60_000 },
  )
  const licences = await findLicences(rows.map(({ sellerId }) => sellerId))
  const yuan = ({ incomeFen, refundsFen, commissionFen, brokerFen, netFen }: typeof sums) =>
    [incomeFen, refundsFen, commissionFen, brokerFen, netFen].map((fen) => fen / 100)
  const bytes = await writeXlsx({
    name: quarterName(version.quarter),
    columns: [
      t('platformReport.name'),
      t('platformReport.kind'),
      t('platformReport.number'),
      t('platformReport.licence'),
      t('platformReport.orders'),
      ...sumColumns.map((column) => `${t(`platformReport.${column}`)} (${t('platformReport.yuan')})`),
    ],
    rows: [
      ...rows.map(({ name, kind, number, sellerId, ...row }) => [
        name,
        t(`household.kind_${kind}`),
        number ?? t('platformReport.numberUnknown'),
        licenceText(t, licences.get(sellerId)),
        row.orders,
        ...yuan(row),
      ]),
      [t('platformReport.total'), null, null, null, sums.orders, ...yuan(sums)],
      ...(version.isWhole ? [] : [[t('platformReport.notWhole')]]),
    ],
  })
  return { name: `platform-report-${quarterName(version.quarter)}-v${version.version}`, bytes }
}

const sumColumns = ['income', 'refunds', 'commission', 'broker', 'net'] as const
