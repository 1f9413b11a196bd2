import { speaks } from '~/modules/sellers/find-speaking-makers.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** Refuses a maker who is not open, or who does not let her words be shown today. */
export async function requireSpeaker(tx: Tx, sellerId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Seller" s WHERE s.id = ${sellerId}::uuid AND ${speaks}`
  if (rows.length === 0) throw new Refusal('home.speaksNot', 422, {}, 'sellerId')
}
