import type { Tx } from '~/platform/db/prisma.server'
import type { Account } from './accounts'

/** The account of whoever pays for an order's promotion beside its maker: the platform's, or the sponsor's. */
export async function findBearerAccount(tx: Tx, orderId: string): Promise<Account> {
  const { promotion } = await tx.promotionUse.findUniqueOrThrow({
    where: { orderId },
    select: { promotion: { select: { organisationId: true } } },
  })
  const { organisationId } = promotion
  return organisationId ? { organisationId, kind: 'promotion' } : { system: 'platform', kind: 'promotion' }
}
