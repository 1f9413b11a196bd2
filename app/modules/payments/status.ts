import type { PaymentState, RefundState } from '~/generated/prisma/enums'

/** From each state, the states that may follow. The same state again is a no-op, not a step. */
export const paymentSteps = {
  created: ['open', 'paid', 'failed', 'expired', 'quarantined'],
  open: ['paid', 'failed', 'expired', 'quarantined'],
  /** closed here, but the buyer was faster at the provider: the truth is read again */
  expired: ['paid', 'quarantined'],
  failed: ['paid', 'quarantined'],
  paid: [],
  quarantined: [],
} as const satisfies Record<PaymentState, readonly PaymentState[]>

export const refundSteps = {
  requested: ['sent', 'succeeded', 'failed'],
  sent: ['succeeded', 'failed'],
  /** the buyer's bank may send it back days later */
  succeeded: ['failed'],
  /** sent once more, by hand from the bank */
  failed: ['requested'],
} as const satisfies Record<RefundState, readonly RefundState[]>
