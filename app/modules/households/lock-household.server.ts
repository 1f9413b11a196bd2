import type { Actor } from '~/modules/auth/actor'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

/**
 * A household of the coordinator's region, its row locked for the rest of the transaction: whoever writes what it is takes turns. A household of another region is a 404; nobody writes what her own is (403),
 * and the database refuses it too.
 */
export async function lockHousehold(
  tx: Tx,
  { actor, householdId }: { actor: Actor; householdId: string },
): Promise<void> {
  const [row] = await tx.$queryRaw<{ isHers: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "HouseholdMember" m WHERE m."householdId" = h.id AND m."personId" = ${actor.personId}::uuid
      AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) AS "isHers"
    FROM "Household" h WHERE h.id = ${householdId}::uuid FOR UPDATE OF h`
  if (!row) throw notFound()
  if (row.isHers) throw new Refusal('household.ownKin', 403)
}
