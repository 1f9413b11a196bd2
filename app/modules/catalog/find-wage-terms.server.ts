import { findMinimumWage, type MinimumWage } from '~/modules/regions/find-minimum-wage.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import type { Tx } from '~/platform/db/prisma.server'

/** What decides what an hour of hers brings: the commission that would be taken of the piece, and the lowest wage where she works. */
export type WageTerms = { commissionBps: number | null; minimum: MinimumWage | null }

export async function findWageTerms(
  tx: Tx,
  { productId, sellerId }: { productId: string; sellerId: string },
): Promise<WageTerms> {
  const { commissionBps } = await findSaleTerms({ product: { id: productId }, tx })
  return { commissionBps, minimum: await findMinimumWage(tx, sellerId) }
}
