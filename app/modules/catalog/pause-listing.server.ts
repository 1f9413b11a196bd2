import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { advanceProduct, lockProduct } from './advance-product.server'

/**
 * Takes a piece of hers off the shelves, or puts it back. Asking for what is so already changes nothing. Refuses a piece that was never on sale, and putting one
 * back that a report holds.
 */
export async function pauseListing({
  actor,
  productId,
  to,
}: {
  actor: Actor
  productId: string
  to: 'paused' | 'on_sale'
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const product = await tx.product.findFirst({
      where: { id: productId, sellerId: { in: actor.sellerIds } },
      select: { sellerId: true, publishedAt: true, status: true },
    })
    if (!product) throw notFound()
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId: product.sellerId, scope: 'list' })
    if (!product.publishedAt || product.status === 'withdrawn') throw new Refusal('studio.neverOnSale')
    await lockProduct(tx, productId)
    if (to === 'on_sale' && (await isHeld(tx, productId))) throw new Refusal('reports.held', 409)
    if (!(await advanceProduct(tx, { productId, to }))) return
    const action = to === 'paused' ? 'listing.paused' : 'listing.resumed'
    const subject = { type: 'Product', id: productId } as const
    await recordAct(tx, { actor, sellerId: product.sellerId, scope: 'list', kind: action, subject })
    await recordAudit(tx, { actor, onBehalfOfId, action, subject })
  })
}

/** Whether a report keeps it off the shelves: asked across walls, and kept by the database too. */
async function isHeld(tx: Tx, productId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`SELECT product_is_held(${productId}::uuid) AS held`
  return row?.held === true
}
