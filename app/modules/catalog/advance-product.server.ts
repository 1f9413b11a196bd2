import type { ProductStatus } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { productSteps } from './status'

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
