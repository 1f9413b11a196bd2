import { inScope } from '~/platform/db/in-scope.server'

/** Forgets at most `batch` tables of which nothing was made for a month, with the photographs that came for them, and says how many. */
export function sweepLists({ batch }: { batch: number }): Promise<number> {
  return inScope(
    { job: 'sweep' },
    (tx) => tx.$executeRaw`
      DELETE FROM "PieceList" WHERE id IN (SELECT id FROM "PieceList"
        WHERE state = 'draft' AND "createdAt" <= app_now() - interval '30 days' LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`,
  )
}
