import type { Tx } from '~/platform/db/prisma.server'

/**
 * Whose consent a mandate for a seller needs, and who is told: the person of its owner today, of several the first; null for a seller without one. Asked by whoever does something for a maker, whatever her scope: the id
 * alone, and nothing of the person.
 */
export async function findPrincipal(tx: Tx, sellerId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ personId: string | null }[]>`
    SELECT principal_of(${sellerId}::uuid)::text AS "personId"`
  return row?.personId ?? null
}
