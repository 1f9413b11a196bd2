import { sweepApplications } from '~/modules/applications/forget-applications.server'
import { sweepCodes } from '~/modules/auth/sweep-codes.server'
import { sweepLinks } from '~/modules/auth/sweep-links.server'
import { sweepSessions } from '~/modules/auth/sweep-sessions.server'
import { sweepCarts } from '~/modules/cart/sweep-carts.server'
import { sweepSteps } from '~/modules/factors/sweep-steps.server'
import { sweepTries } from '~/modules/factors/sweep-tries.server'
import { sweepVisitors } from '~/modules/favourites/sweep-visitors.server'
import { sweepShares } from '~/modules/limits/sweep-shares.server'
import { sweepInvited } from '~/modules/mandates/sweep-invited.server'
import { sweepProofs } from '~/modules/mandates/sweep-proofs.server'
import { sweepPictures } from '~/modules/media/sweep-pictures.server'
import { sweepTalks } from '~/modules/own-data/forget-talks.server'
import { sweepOrders } from '~/modules/own-data/sweep-orders.server'
import { sweepLists } from '~/modules/piece-lists/sweep-lists.server'
import { sweepUploads } from '~/modules/pocket/sweep-uploads.server'
import { sweepDrafts } from '~/modules/register/sweep-drafts.server'
import { sweepOperations } from '~/platform/idempotency/sweep-operations.server'
import { log } from '~/platform/log.server'

const sweeps = {
  codes: sweepCodes,
  links: sweepLinks,
  sessions: sweepSessions,
  steps: sweepSteps,
  tries: sweepTries,
  shares: sweepShares,
  drafts: sweepDrafts,
  carts: sweepCarts,
  visitors: sweepVisitors,
  pictures: sweepPictures,
  uploads: sweepUploads,
  lists: sweepLists,
  operations: sweepOperations,
  orders: sweepOrders,
  proofs: sweepProofs,
  invited: sweepInvited,
  applications: sweepApplications,
  talks: sweepTalks,
}
const batch = 200
/** what is left after so many batches waits for the next hour */
const mostBatches = 50

/**
 * Deletes what nobody can use any more: dead codes, ended sessions, forgotten baskets and favourites, pictures that nothing shows, photographs that never came whole, tables of which nothing was made, lists that nobody took, keys of
 * finished operations; what a maker said or signed for a mandate, when its years are over; numbers that were asked for help, or named to take a shop over, and never came; what names her in an application that was refused half a year ago; and forgets who received orders of long ago and what was written by those who closed their accounts while it was evidence. In small batches, each
 * its own statement, so that nobody waits for it. One that fails is logged and does not hold up the others. Run every hour; running twice at the same
 * time deletes nothing twice.
 */
export async function sweepLeftovers(): Promise<void> {
  for (const [what, sweep] of Object.entries(sweeps)) {
    try {
      for (let round = 0; round < mostBatches; round += 1) if ((await sweep({ batch })) < batch) break
    } catch (error) {
      log.error('due.failed', error, { job: `sweep-${what}` })
    }
  }
}
