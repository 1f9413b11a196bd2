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
export async function advancePayment(tx: Tx, { ends = null, ...step }: Step): Promise<boolean> {
  const moved = await tx.$queryRaw<unknown[]>`
    WITH ${paymentStepSql(step)}${ends ? Prisma.sql`, finished AS (${finishSql(ends)} AND EXISTS (SELECT 1 FROM moved_payment))` : Prisma.empty}
    SELECT 1 FROM moved_payment`
  return moved.length > 0
}

/** The step and its event as parts of a statement that moves more, to stand behind its WITH. */
export function paymentStepSql({ paymentId, to, cause, data = {} }: Omit<Step, 'ends'>): Prisma.Sql {
  return Prisma.sql`moved_payment AS (
      UPDATE "Payment" SET ${assignments({ ...data, state: to })}
      WHERE id = ${paymentId}::uuid AND state::text = ANY (${sourcesOf(paymentSteps, to)}::text[]) RETURNING id, state),
    payment_event AS (INSERT INTO "PaymentEvent" ("paymentId", state, cause) SELECT id, state, ${cause} FROM moved_payment)`
}
