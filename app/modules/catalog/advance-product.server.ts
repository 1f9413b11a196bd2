import type { ProductStatus } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { productSteps } from './status'

/** Whoever asks what a product is before it moves waits here for whoever is moving it. */
export async function lockProduct(tx: Tx, productId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Product" WHERE id = ${productId}::uuid FOR UPDATE`
}

/** The only writer of Product.status. True when it moved; false when it was there already or may not go there. */
export async function advanceProduct(
  tx: Tx,
  { productId, to }: { productId: string; to: ProductStatus },
): Promise<boolean> {
  const { count } = await tx.product.updateMany({
    where: { id: productId, status: { in: sourcesOf<ProductStatus>(productSteps, to) } },
    data: { status: to },
  })
  return count > 0
}
