import type { Actor } from '~/modules/auth/actor'
import { hasOwnMoney } from '~/modules/purses/require-own-money.server'
import { prisma } from '~/platform/db/prisma.server'

export type OwnPurse = { purse: string; nameZh: string | null; nameEn: string | null }

/** The sellers that she stands behind and, once money was booked for herself, her own purse: whose statements she may read. */
export async function findOwnPurses({ actor }: { actor: Actor }): Promise<OwnPurse[]> {
  const sellers = await prisma.seller.findMany({
    where: { id: { in: actor.sellerIds } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, nameZh: true, nameEn: true },
  })
  const own = await hasOwnMoney({ actor })
  const shops = sellers.map(({ id, nameZh, nameEn }) => ({ purse: id, nameZh, nameEn }))
  return own ? [...shops, { purse: 'me', nameZh: null, nameEn: null }] : shops
}
