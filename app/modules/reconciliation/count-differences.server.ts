import { prisma } from '~/platform/db/prisma.server'

/** Differences that nobody has explained yet. */
export function countDifferences(): Promise<number> {
  return prisma.reconciliationDifference.count({ where: { closedAt: null } })
}
