import type { Prisma, Tx } from '~/platform/db/prisma.server'

type AuditInput = {
  actor: { userId: string; role: string } | null
  /** the person acted for (代办) */
  onBehalfOfId?: string | null
  /** noun.verb: listing.approved, secret.revealed */
  action: string
  subject: { type: string; id: string }
  reason?: string | null
  /** ids and keys only, never a secret's value */
  detail?: Prisma.InputJsonObject
}

/**
 * Writes who did what for whom, in the transaction of the deed; the database adds the hour and whose walls it stands behind. The row is not read back: whoever does
 * something may not always see what was written about it.
 */
export async function recordAudit(
  tx: Tx,
  { actor, onBehalfOfId = null, action, subject, reason = null, detail = {} }: AuditInput,
) {
  await tx.auditEvent.createMany({
    data: {
      actorUserId: actor?.userId ?? null,
      role: actor?.role ?? null,
      onBehalfOfId,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      reason,
      detail,
    },
  })
}
