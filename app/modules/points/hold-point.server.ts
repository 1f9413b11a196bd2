import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** Holds a service point until the transaction ends: it is not revoked beneath whoever comes in. Refuses one that was. */
export async function holdPoint(tx: Tx, pointId: string): Promise<void> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "ServicePoint" WHERE id = ${pointId}::uuid AND "revokedAt" IS NULL FOR SHARE`
  if (open.length === 0) throw new Refusal('point.over', 409)
}
