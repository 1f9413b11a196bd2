import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

/**
 * A person of the coordinator's region, her row locked for the rest of the transaction: whoever writes her household history takes turns. A person of
 * another region is a 404. Nobody writes her own history, nor that of somebody she shares a household with (403).
 */
export async function lockPerson(tx: Tx, { actor, personId }: { actor: Actor; personId: string }) {
  const found = await tx.$queryRaw<{ id: string; regionId: string | null }[]>`
    SELECT id, "regionId" FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
  const [person] = found
  if (!person) throw notFound()
  if (personId === actor.personId) throw new Refusal('household.ownRecord', 403)
  await refuseKin(tx, { actor, personId })
  return person
}

/** Refuses (403) whoever shares a household with the person today: she is too near to say where an income belongs. The database refuses her too. */
async function refuseKin(tx: Tx, { actor, personId }: { actor: Actor; personId: string }): Promise<void> {
  const [row] = await tx.$queryRaw<{ close: boolean }[]>`
    SELECT is_close_to(${personId}::uuid, ${actor.userId}::uuid) AS close`
  if (row?.close) throw new Refusal('household.ownKin', 403)
}

/** Refuses (403) whoever belongs to the household today: she brings nobody into her own. The database refuses her too. */
export async function refuseOwnHousehold(
  tx: Tx,
  { actor, householdId }: { actor: Actor; householdId: string },
): Promise<void> {
  const [row] = await tx.$queryRaw<{ isHers: boolean }[]>`
    SELECT is_of_household(${householdId}::uuid, ${actor.userId}::uuid) AS "isHers"`
  if (row?.isHers) throw new Refusal('household.ownKin', 403)
}

/** As lockPerson, for a step that says to which household her income belongs. Refuses (409) when a colleague is on it. */
export async function lockLinked(
  tx: Tx,
  { actor, personId }: { actor: Actor; personId: string },
): Promise<void> {
  await lockPerson(tx, { actor, personId })
  await refuseHeld(tx, { actor, queue: 'link', subjectId: personId })
}

/** Refuses a day that has not come yet: evidence proves what has happened. */
export async function refuseFuture(tx: Tx, day: Day, field: string): Promise<void> {
  if (day > dayOf(await appNow(tx))) throw new Refusal('household.futureDay', 422, {}, field)
}
