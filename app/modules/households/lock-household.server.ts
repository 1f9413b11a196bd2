import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { refuseOwnHousehold } from './lock-person.server'

/**
 * A household of the coordinator's region, its row locked for the rest of the transaction: whoever writes what it is takes turns. A household of another region is a 404; nobody writes what her own is (403),
 * and the database refuses it too.
 */
export async function lockHousehold(
  tx: Tx,
  { actor, householdId }: { actor: Actor; householdId: string },
): Promise<void> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Household" WHERE id = ${householdId}::uuid FOR UPDATE`
  if (found.length === 0) throw notFound()
  await refuseOwnHousehold(tx, { actor, householdId })
}
