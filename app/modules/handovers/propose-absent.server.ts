import type { AbsenceKind } from '~/generated/prisma/enums'
import { findOffice } from '~/modules/applications/lock-application.server'
import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { type ProposeInput, proposeWithin } from './propose-handover.server'

type ProposeAbsentInput = ProposeInput & {
  kind: AbsenceKind
  /** the paper that says it, as a picture or a PDF */
  evidence: Uint8Array
}

/**
 * A county proposes that a shop goes to somebody else without the word of an owner who cannot give it, and shows a paper that says why; somebody of the city approves it. Refuses a desk of the city,
 * which approves, a paper that is no picture and no PDF, and what proposeHandover refuses.
 */
export function proposeAbsent({ kind, evidence, ...input }: ProposeAbsentInput): Promise<void> {
  const { actor, sellerId } = input
  return inScope(actor, async (tx) => {
    if ((await findOffice(tx, actor)) !== 'county') throw new Refusal('absence.countyFirst', 403)
    const handoverId = await proposeWithin(tx, input)
    const attachmentId = await keepAttachment(tx, {
      bytes: evidence,
      uploadedById: actor.userId,
      field: 'evidence',
    })
    await tx.handoverAbsence.create({ data: { handoverId, kind, attachmentId } })
    const subject = { type: 'Seller', id: sellerId }
    await recordAudit(tx, { actor, action: 'handover.absent', subject, detail: { handoverId, kind } })
  })
}
