import type { Prisma, Tx } from '~/platform/db/prisma.server'
import type { AlertKind } from './alert-kinds'

type AlertInput = {
  kind: AlertKind
  subject: { type: string; id: string }
  /** figures and words for the screen; nothing about a person */
  detail?: Prisma.InputJsonObject
}

/** Calls staff, in the transaction of what happened. While one of the same kind and subject is open a second is not made. */
export async function openAlert(tx: Tx, { kind, subject, detail = {} }: AlertInput): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Alert" (id, kind, "subjectType", "subjectId", detail)
    VALUES (${crypto.randomUUID()}::uuid, ${kind}, ${subject.type}, ${subject.id}, ${JSON.stringify(detail)}::jsonb)
    ON CONFLICT (kind, "subjectType", "subjectId") WHERE "closedAt" IS NULL DO NOTHING`
}
