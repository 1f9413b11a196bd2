import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * How many photos of a piece the shop was told of, from whichever device, and are not all there, begun or not. One whose view has had another photo told of since is none: that one took its place.
 */
export async function countOnTheWay(tx: Tx, productId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*) FILTER (WHERE "doneAt" IS NULL)::int AS count
    FROM (SELECT DISTINCT ON (shot) "doneAt" FROM "PhotoUpload" WHERE "productId" = ${productId}::uuid ORDER BY shot, "createdAt" DESC, id DESC) newest`
  return row?.count ?? 0
}

/** The same for whoever lists for the shop of the piece. */
export function countMyPhotosOnTheWay({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<number> {
  return inScope(actor, (tx) => countOnTheWay(tx, productId))
}

/** What has arrived of them so far goes: whoever sends them begins anew, and reads what became of the piece. */
export async function forgetOnTheWay(tx: Tx, productId: string): Promise<void> {
  await tx.photoUpload.deleteMany({ where: { productId, doneAt: null } })
}
