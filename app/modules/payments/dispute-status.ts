import type { DisputeState } from '~/generated/prisma/enums'

/** From each state, the states that may follow. The same state again is a no-op, not a step. */
export const disputeSteps = {
  needs_response: ['under_review', 'won', 'lost'],
  under_review: ['needs_response', 'won', 'lost'],
  /** a bank may take up a lost or won case once more */
  won: ['lost', 'needs_response', 'under_review'],
  lost: ['won', 'needs_response', 'under_review'],
} as const satisfies Record<DisputeState, readonly DisputeState[]>
