import type { PayoutBatchState, PayoutLineState } from '~/generated/prisma/enums'

/** From each state, the states that may follow. The same state again is a no-op, not a step. */
export const batchSteps = {
  prepared: ['approved', 'cancelled'],
  approved: ['settled'],
  settled: [],
  cancelled: [],
} as const satisfies Record<PayoutBatchState, readonly PayoutBatchState[]>

export const lineSteps = {
  prepared: ['in_transit', 'cancelled'],
  in_transit: ['paid', 'failed'],
  /** her bank may send it back days later */
  paid: ['returned'],
  /** owed again: the next batch carries a line of its own */
  failed: [],
  cancelled: [],
  returned: [],
} as const satisfies Record<PayoutLineState, readonly PayoutLineState[]>
