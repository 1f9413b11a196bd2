import type { Tx } from '~/platform/db/prisma.server'
import type { TransferRate } from './transfer-rate'

/**
 * The rate at which a batch of transfers is turned into the money in which the provider keeps our balance: that of the newest payment which it has settled, as
 * the two amounts of it. One to one while nothing has been settled yet, or when it settles in CNY.
 */
export async function findTransferRate(tx: Tx): Promise<TransferRate> {
  const newest = await tx.payment.findFirst({
    where: {
      state: 'paid',
      gateway: 'stripe',
      settlementCurrency: { not: null },
      settlementMinor: { gt: 0n },
    },
    orderBy: { paidAt: 'desc' },
    select: { amountMinor: true, settlementMinor: true, settlementCurrency: true },
  })
  if (!newest?.settlementCurrency || !newest.settlementMinor) return { currency: 'CNY', minor: 1n, fen: 1n }
  return { currency: newest.settlementCurrency, minor: newest.settlementMinor, fen: newest.amountMinor }
}
