import type { ImportState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

export type ListRow = {
  id: string
  fileName: string
  state: ImportState
  pieceCount: number
  /** ISO */
  createdAt: string
}

/** The tables of the sellers she lists for, newest first, thirty at most. */
export async function findLists({ actor }: { actor: Actor }): Promise<ListRow[]> {
  const rows = await inScope(actor, (tx) =>
    tx.pieceList.findMany({
      where: { sellerId: { in: actor.sellerIds } },
      select: { id: true, fileName: true, state: true, pieceCount: true, createdAt: true },
      orderBy: { createdAt: 'desc' },
      take: 30,
    }),
  )
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
