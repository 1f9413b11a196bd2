import { type OpenedAttachment, openAttachment } from '~/modules/attachments/open-attachment.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { deskScope } from './desk-scope'
import { openContact, type ReportContact } from './sealed-report.server'

type OpenInput = { actor: Actor; reportId: string }

/** Who handed a report in and how she is reached; written into the audit before it is shown. 404 outside her region. */
export function openReportContact({ actor, reportId }: OpenInput): Promise<ReportContact> {
  return inScope(deskScope(actor), async (tx) => {
    const row = await tx.report.findUnique({
      where: { id: reportId },
      select: { id: true, keyId: true, contact: true },
    })
    if (!row) throw notFound()
    await recordAudit(tx, {
      actor,
      action: 'report.contact_opened',
      subject: { type: 'Report', id: reportId },
    })
    return openContact(tx, row)
  })
}

/** A file that was handed in with a report of her region, and with no other; audited. */
export async function openReportEvidence({
  actor,
  reportId,
  attachmentId,
}: OpenInput & { attachmentId: string }): Promise<OpenedAttachment> {
  const isThere = await inScope(deskScope(actor), (tx) =>
    tx.reportEvidence.count({ where: { reportId, attachmentId } }),
  )
  if (isThere === 0) throw notFound()
  return openAttachment({ actor, attachmentId })
}
