import { dropProofs } from '~/modules/mandates/drop-proofs.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** What proved the mandates of a shop that ended with its handover is destroyed. */
export function dropEndedProofs(tx: Tx, sellerId: string): Promise<void> {
  return withinScope(tx, { job: 'mandate' }, async () => {
    const over = await tx.mandate.findMany({
      where: { sellerId, revokedAt: { not: null }, proofs: { some: { body: { not: null } } } },
      select: { id: true },
    })
    for (const { id } of over) await dropProofs(tx, { mandateId: id })
  })
}
