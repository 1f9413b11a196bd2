import type { Tx } from '~/platform/db/prisma.server'
import type { Ground } from './judge-table'
import { codeOf } from './own-code'

/** What a seller's table is held against as things stand now. */
export async function findGround(
  tx: Tx,
  { id, sellerId }: { id: string; sellerId: string },
): Promise<Ground> {
  const [crafts, products, photos] = [
    await tx.craft.findMany({
      select: { code: true, nameZh: true, nameEn: true },
      orderBy: { position: 'asc' },
    }),
    await tx.product.findMany({
      where: { sellerId, status: { not: 'withdrawn' } },
      select: { id: true, ownCode: true, serial: true, publishedAt: true },
    }),
    await tx.pieceListPhoto.findMany({
      where: { listId: id },
      select: { name: true, mediaId: true, fault: true },
      orderBy: { name: 'asc' },
    }),
  ]
  return { crafts, knownCodes: new Set(products.map(codeOf)), photos }
}
