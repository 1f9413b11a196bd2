import type { Prisma, Tx } from '~/platform/db/prisma.server'

/** What staff can be called to look at. */
export type AlertKind =
  /** money of another amount or currency than was asked for, or for an order that was paid already */
  | 'payment_quarantined'
  /** the provider or the buyer's bank did not take a refund: it is still owed */
  | 'refund_failed'
  /** a way to pay that the shop wants and the provider left out */
  | 'methods_missing'
  /** the provider writes its events in another version than this code was written for */
  | 'event_version'
  /** the provider's account lost or regained money to a buyer's bank */
  | 'dispute_opened'
  /** the provider would not send a payment to a seller: owed again */
  | 'transfer_failed'
  /** a bank sent a payment back days later: owed again */
  | 'payout_sent_back'

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
