import type { PaymentState } from '~/generated/prisma/enums'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { paymentSteps } from './status'

type Step = {
  paymentId: string
  to: PaymentState
  cause: string
  data?: Prisma.PaymentUpdateManyMutationInput
}

/** The only writer of Payment.state. True when it moved; false when it was there already or may not go there. */
export async function advancePayment(tx: Tx, { paymentId, to, cause, data = {} }: Step): Promise<boolean> {
  const { count } = await tx.payment.updateMany({
    where: { id: paymentId, state: { in: sourcesOf(paymentSteps, to) } },
    data: { ...data, state: to },
  })
  if (count === 0) return false
  await tx.paymentEvent.create({ data: { paymentId, state: to, cause } })
  return true
}
