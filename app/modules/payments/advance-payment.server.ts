import type { PaymentState } from '~/generated/prisma/enums'
import { assignments } from '~/platform/db/assignments'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { finishSql } from '~/platform/idempotency/finish-operation.server'
import type { OperationKey } from '~/platform/idempotency/operation'
import { sourcesOf } from '~/platform/steps'
import { paymentSteps } from './status'

/** What the provider, or finance, says with a step. */
export type PaymentFacts = {
  sessionId?: string
  sessionUrl?: string
  offeredMethods?: readonly string[]
  paymentRef?: string
  chargeRef?: string
  method?: string | null
  paidAt?: Date
  receivedMinor?: bigint
  receivedOn?: Date
  settlementMinor?: bigint
  settlementCurrency?: string
  feeMinor?: bigint
  exchangeRate?: string | null
}

type Step = {
  paymentId: string
  to: PaymentState
  cause: string
  data?: PaymentFacts
  /** the operation that is done by it, in one with it */
  ends?: OperationKey | null
}

/** The only writer of Payment.state. True when it moved; false when it was there already or may not go there. */
export async function advancePayment(
  tx: Tx,
  { paymentId, to, cause, data = {}, ends = null }: Step,
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    WITH moved AS (
      UPDATE "Payment" SET ${assignments({ ...data, state: to })}
      WHERE id = ${paymentId}::uuid AND state::text = ANY (${sourcesOf(paymentSteps, to)}::text[]) RETURNING id, state)${ends ? Prisma.sql`, finished AS (${finishSql(ends)} AND EXISTS (SELECT 1 FROM moved))` : Prisma.empty}
    INSERT INTO "PaymentEvent" ("paymentId", state, cause) SELECT id, state, ${cause} FROM moved`
  return moved > 0
}
