import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** The pieces of the shops that she owns today, by number: what a browser kept of them is hers. */
export function findOwnPieces({ actor: { personId } }: { actor: Actor }): Promise<string[]> {
  return inScope({ person: personId }, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT p.id::text FROM "Product" p WHERE p."sellerId" IN (SELECT shop FROM shops_of(${personId}::uuid)) ORDER BY p.id DESC LIMIT 500`
    return rows.map(({ id }) => id)
  })
}
