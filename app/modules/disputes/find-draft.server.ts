import type { Tx } from '~/platform/db/prisma.server'
import { type Draft, draftOf } from './evidence'

/** A paper that is kept sealed. */
export type KeptFile = { attachmentId: string; contentType: string; bytes: number }

/** What was gathered for an answer so far. */
export async function findDraft(tx: Tx, disputeId: string): Promise<Draft<KeptFile>> {
  const rows = await tx.disputeEvidence.findMany({
    where: { disputeId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      text: true,
      attachment: { select: { id: true, contentType: true, byteLength: true } },
    },
  })
  return draftOf(
    rows.map(({ attachment, ...row }) => ({
      ...row,
      file: attachment && {
        attachmentId: attachment.id,
        contentType: attachment.contentType,
        bytes: attachment.byteLength,
      },
    })),
  )
}
