import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { type LockedVisitor, lockVisitor } from './join-visitors.server'
import { mostKept } from './schema'
import type { VisitorProof } from './visitor-cookie.server'

/**
 * Keeps a piece for a visitor, with its price of now; the first one makes the visitor. Keeping it again changes nothing. Refuses a piece that is none or was
 * taken away for good (404), and more than 200.
 */
export async function keepPiece({
  visitor,
  slug,
}: {
  visitor: VisitorProof
  slug: string
}): Promise<LockedVisitor> {
  return inScope({ job: 'visit' }, async (tx) => {
    const product = await tx.product.findFirst({
      where: {
        slug,
        status: { in: ['on_sale', 'paused'] },
        publishedAt: { not: null },
        fromPriceFen: { not: null },
      },
      select: { id: true },
    })
    if (!product) throw notFound()
    const locked = await lockVisitor(tx, visitor)
    const kept = await tx.favourite.count({ where: { visitorId: locked.id, productId: { not: product.id } } })
    if (kept >= mostKept) throw new Refusal('shop.keptFull', 409, { most: mostKept })
    await tx.$executeRaw`
      INSERT INTO "Favourite" ("visitorId", "productId", "priceFen") SELECT ${locked.id}::uuid, id, "fromPriceFen" FROM "Product"
      WHERE id = ${product.id}::uuid AND "fromPriceFen" IS NOT NULL ON CONFLICT ("visitorId", "productId") DO NOTHING`
    return locked
  })
}
