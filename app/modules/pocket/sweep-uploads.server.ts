import { inScope } from '~/platform/db/in-scope.server'

/** Forgets at most `batch` photographs on their way of which nothing was heard for two weeks, with their pieces, and says how many. A device that comes later sends them from their first byte. */
export function sweepUploads({ batch }: { batch: number }): Promise<number> {
  return inScope(
    { job: 'sweep' },
    (tx) => tx.$executeRaw`
      DELETE FROM "PhotoUpload" WHERE id IN (SELECT id FROM "PhotoUpload"
        WHERE "createdAt" <= app_now() - interval '14 days' LIMIT ${batch}::int FOR UPDATE SKIP LOCKED)`,
  )
}
