import type { ProductStatus, RevisionState } from '~/generated/prisma/enums'
import type { Steps } from '~/platform/steps'

/** From each state of a listing, the states that may follow. The same state again is a no-op, not a step. */
export const revisionSteps = {
  draft: ['submitted'],
  /** back to draft: she takes it back before anyone has decided */
  submitted: ['approved', 'changes_requested', 'draft'],
  changes_requested: ['submitted'],
  approved: [],
} as const satisfies Steps<RevisionState>

/** Whether she may write in it. */
export function isWritable(state: RevisionState): boolean {
  return state === 'draft' || state === 'changes_requested'
}

/** From each state of a product, the states that may follow. Only an approval brings it on sale the first time. */
export const productSteps = {
  draft: ['on_sale', 'withdrawn'],
  on_sale: ['paused', 'withdrawn'],
  paused: ['on_sale', 'withdrawn'],
  withdrawn: [],
} as const satisfies Steps<ProductStatus>
