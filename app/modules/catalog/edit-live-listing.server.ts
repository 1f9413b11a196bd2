import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { contentOfProduct } from './content-of-product.server'

/**
 * Opens a new draft of a piece that has been in the shop, beginning with what stands there. The shop changes only when it is approved. An open revision is used
 * again. Refuses a piece that was never on sale (its first draft is open anyway).
 */
export async function editLiveListing({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<void> {
  await inScope(actor, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Product" WHERE id = ${productId}::uuid FOR UPDATE`
    const product = await tx.product.findFirst({
      where: { id: productId, sellerId: { in: actor.sellerIds } },
      select: {
        sellerId: true,
        status: true,
        publishedAt: true,
        revisions: { select: { number: true, state: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    })
    if (!product) throw notFound()
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId: product.sellerId, scope: 'list' })
    const [last] = product.revisions
    if (last && last.state !== 'approved') return
    if (!product.publishedAt || product.status === 'withdrawn') throw new Refusal('studio.neverOnSale')
    const content = await contentOfProduct(tx, productId)
    await tx.listingRevision.create({ data: { productId, number: (last?.number ?? 0) + 1, content } })
    const subject = { type: 'Product', id: productId } as const
    await recordAct(tx, {
      actor,
      sellerId: product.sellerId,
      scope: 'list',
      kind: 'listing.reopened',
      subject,
    })
    await recordAudit(tx, { actor, onBehalfOfId, action: 'listing.reopened', subject })
  })
}
