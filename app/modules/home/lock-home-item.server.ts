import { findStaffName } from '~/modules/catalog/find-staff-name.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import type { HomeKind } from './schema'

/**
 * Holds a thing of the first page until the transaction ends. Refuses with the name of whoever was faster when its newest version is another than the one that was seen; 404
 * when it is not there or of another kind.
 */
export async function lockHomeItem(
  tx: Tx,
  { itemId, seen, kind }: { itemId: string; seen: number; kind?: HomeKind },
): Promise<{ publishedNumber: number | null }> {
  const [item] = await tx.$queryRaw<{ kind: HomeKind; publishedNumber: number | null }[]>`
    SELECT kind::text, "publishedNumber" FROM "HomeItem" WHERE id = ${itemId}::uuid FOR UPDATE`
  if (!item || (kind && item.kind !== kind)) throw notFound()
  const newest = await tx.homeVersion.findFirst({
    where: { itemId },
    orderBy: { number: 'desc' },
    select: { number: true, createdById: true },
  })
  if ((newest?.number ?? 0) !== seen)
    throw new Refusal('home.changedMeanwhile', 409, {
      name: newest ? ((await findStaffName(tx, newest.createdById)) ?? '') : '',
    })
  return item
}
