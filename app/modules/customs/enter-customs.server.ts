import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { findReviewedProduct } from './find-reviewed-product.server'
import type { CustomsEntryInput } from './schema'

/** Writes what customs are told of one piece, in place of what its craft says. Orders that were placed keep what they froze. A listing of another region is not found. */
export function enterCustoms({
  actor,
  revisionId,
  entry,
}: {
  actor: Actor
  revisionId: string
  entry: CustomsEntryInput
}): Promise<void> {
  return inScope(actor, async (tx) => {
    const { id: productId } = await findReviewedProduct(tx, { actor, revisionId })
    await tx.customsEntry.upsert({
      where: { productId },
      create: { productId, ...entry },
      update: entry,
    })
    await recordAudit(tx, {
      actor,
      action: 'customs.entered',
      subject: { type: 'Product', id: productId },
      detail: { hsCode: entry.hsCode },
    })
  })
}
