import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'
import { storage } from '~/platform/storage/storage.server'
import { attachmentName, attachmentPlace } from './attachment-place.server'

export type OpenedAttachment = { bytes: Buffer; contentType: string }

/** A sealed file in the clear, for staff whose duty it is; written into the audit before it is handed out. 404 when there is none. */
export function openAttachment({
  actor,
  attachmentId,
}: {
  actor: Actor
  attachmentId: string
}): Promise<OpenedAttachment> {
  return inScope({ job: 'files' }, async (tx) => {
    const row = await tx.attachment.findUnique({
      where: { id: attachmentId },
      select: { keyId: true, contentType: true },
    })
    const sealed = row && (await storage.readAll(attachmentName(attachmentId)))
    if (!row || !sealed) throw notFound()
    const bytes = unsealBytes(await openDataKey(tx, row.keyId), sealed, attachmentPlace(attachmentId))
    await recordAudit(tx, {
      actor,
      action: 'attachment.opened',
      subject: { type: 'Attachment', id: attachmentId },
    })
    return { bytes, contentType: row.contentType }
  })
}
