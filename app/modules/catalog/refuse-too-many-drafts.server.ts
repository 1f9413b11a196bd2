import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { listingLimits } from './listing-limits'

/** Refuses one more unfinished piece of a seller than anyone keeps in view; those that came in a table are counted there. The caller holds the seller's row lock. */
export async function refuseTooManyDrafts(tx: Tx, sellerId: string): Promise<void> {
  const { max } = listingLimits.drafts
  const count = await tx.product.count({ where: { sellerId, status: 'draft', listId: null } })
  if (count >= max) throw new Refusal('studio.tooManyDrafts', 409, { max })
}
