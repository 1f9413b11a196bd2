import { inScope } from '~/platform/db/in-scope.server'
import { destroyDataKey } from '~/platform/secrets/envelope.server'

/** Throws away at most `batch` lists that were uploaded and that nobody touched for thirty days, and says how many; their files can never be read again. */
export function sweepDrafts({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'sweep' }, async (tx) => {
    // the walls show nothing but such drafts
    const drafts = await tx.householdImport.findMany({ take: batch, select: { id: true, keyId: true } })
    for (const { id, keyId } of drafts) {
      const { count } = await tx.householdImport.deleteMany({ where: { id } })
      if (count > 0) await destroyDataKey(tx, keyId)
    }
    return drafts.length
  })
}
